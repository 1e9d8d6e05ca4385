import Meyda from 'meyda';
import { FRAME_SAMPLES } from '../stream/frameTime.ts';
import { hannWindow, type PowerSpectrum } from './powerSpectrum.ts';
import { RealFft } from './realFft.ts';

const SIZE = FRAME_SAMPLES;
const HANN = hannWindow(SIZE);

/** The only Meyda feature in use. Meyda's types leave its extractors untyped. */
const { powerSpectrum: extractPower } = Meyda.featureExtractors as {
  powerSpectrum(of: { readonly ampSpectrum: Float64Array }): PowerSpectrum;
};

/**
 * Runs Meyda on the frames of one stream: one power spectrum per frame, shared by every measure.
 *
 * Like Meyda's own `extract`, this passes a spectrum to the extractor, but from our own transform. Meyda's transform is
 * complex, works on objects and recomputes its factors for every frame. Its other features are not used: `rms` is
 * measured after windowing, `loudness` is neither sone nor LUFS, and the ratios are NaN in silence.
 */
export class MeydaFeatures {
  readonly #fft = new RealFft(SIZE);
  readonly #windowed = new Float64Array(SIZE);
  readonly #amplitudes = new Float64Array(SIZE / 2);

  /**
   * @param frame 512 finite samples at 16 kHz
   * @throws {RangeError} when the frame has another length
   */
  powerSpectrum(frame: Float32Array): PowerSpectrum {
    if (frame.length !== SIZE) throw new RangeError(`a frame of ${frame.length} samples, not ${SIZE}`);
    const windowed = this.#windowed;
    for (let i = 0; i < SIZE; i++) windowed[i] = frame[i]! * HANN[i]!;
    this.#fft.transform(windowed);
    const { re, im } = this.#fft;
    const amplitudes = this.#amplitudes;
    for (let bin = 0; bin < SIZE / 2; bin++) {
      amplitudes[bin] = Math.sqrt(re[bin]! * re[bin]! + im[bin]! * im[bin]!);
    }
    return extractPower({ ampSpectrum: amplitudes });
  }
}
