import Meyda from 'meyda';
import { ANALYSIS_FRAMES } from '../audio/framer.ts';
import { ANALYSIS_RATE_HZ } from '../audio/resampler.ts';
import type { PowerSpectrum } from './powerSpectrum.ts';

/** What Meyda says about one analysis frame. */
export interface FrameFeatures {
  readonly power: PowerSpectrum;
  /** Mean square of the samples as they are, not windowed; full scale ±1. */
  readonly meanSquare: number;
  /** Meyda's loudness: Σ (amplitude in a Bark band)^0.23. Neither sone nor LUFS; for display only. Missing in silence. */
  readonly barkLoudness: number | undefined;
  /** Geometric over arithmetic mean of the amplitude spectrum, 0 (a tone) to 1 (white). Missing in silence. */
  readonly spectralFlatness: number | undefined;
}

/** −100 dBFS. Below it Meyda's ratios are NaN or mean nothing. */
const SILENCE_MEAN_SQUARE = 1e-10;

function meanSquareOf(frame: Float32Array): number {
  let sum = 0;
  for (const sample of frame) sum += sample * sample;
  return sum / frame.length;
}

/**
 * Meyda on the frames of one stream.
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
  extract(frame: Float32Array): FrameFeatures {
    if (frame.length !== ANALYSIS_FRAMES.frameSize) {
      throw new RangeError(`a frame of ${frame.length} samples, not ${ANALYSIS_FRAMES.frameSize}`);
    }
    const found = this.#meyda.extract(['powerSpectrum', 'loudness', 'spectralFlatness'], frame);
    if (!found?.powerSpectrum) throw new RangeError('Meyda extracted no power spectrum');
    const meanSquare = meanSquareOf(frame);
    const isSilent = meanSquare < SILENCE_MEAN_SQUARE;
    const flatness = found.spectralFlatness;
    return {
      power: found.powerSpectrum,
      meanSquare,
      barkLoudness: isSilent ? undefined : found.loudness?.total,
      spectralFlatness: isSilent || !Number.isFinite(flatness) ? undefined : flatness,
    };
  }
}
