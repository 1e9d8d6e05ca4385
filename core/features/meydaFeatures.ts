import Meyda from 'meyda';
import { ANALYSIS_FRAMES } from '../audio/framer.ts';
import { ANALYSIS_RATE_HZ } from '../audio/resampler.ts';
import type { PowerSpectrum } from './powerSpectrum.ts';

/**
 * Meyda on the frames of one stream: one power spectrum a frame, which every measure shares.
 *
 * Its other features are left alone: `rms` is taken after the window, `loudness` is neither sone nor LUFS, and the ratios are
 * NaN in silence.
 *
 * Each instance has its own copy of the Meyda object, since Meyda keeps its frame size and its filter tables in fields of
 * its one global object.
 */
export class MeydaFeatures {
  readonly #meyda: typeof Meyda;

  constructor() {
    this.#meyda = Object.assign({}, Meyda, {
      bufferSize: ANALYSIS_FRAMES.frameSize,
      sampleRate: ANALYSIS_RATE_HZ,
      windowingFunction: 'hanning',
    });
  }

  /**
   * @param frame 512 finite samples at 16 kHz
   * @throws {RangeError} when the frame has another length: Meyda would return plausible, wrong numbers
   */
  powerSpectrum(frame: Float32Array): PowerSpectrum {
    if (frame.length !== ANALYSIS_FRAMES.frameSize) {
      throw new RangeError(`a frame of ${frame.length} samples, not ${ANALYSIS_FRAMES.frameSize}`);
    }
    const found = this.#meyda.extract('powerSpectrum', frame);
    if (!(found instanceof Float32Array)) throw new RangeError('Meyda extracted no power spectrum');
    return found;
  }
}
