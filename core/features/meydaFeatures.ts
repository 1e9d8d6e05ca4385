import Meyda, { type MeydaSignal } from 'meyda';
import { ANALYSIS_FRAMES } from '../audio/framer.ts';
import { ANALYSIS_RATE_HZ } from '../audio/resampler.ts';
import { hannWindow, type PowerSpectrum } from './powerSpectrum.ts';

const SIZE = ANALYSIS_FRAMES.frameSize;
/** The same as Meyda's own, which would be multiplied into untyped arrays. */
const HANN = hannWindow(SIZE);
const SILENCE = new Float32Array(SIZE);

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
  /** Real and imaginary part of what is transformed; without a window of its own Meyda hands it to its transform as it is. */
  readonly #signal = { real: new Float64Array(SIZE), imag: new Float64Array(SIZE), length: SIZE, buffer: true };

  constructor() {
    this.#meyda = Object.assign({}, Meyda, {
      bufferSize: SIZE,
      sampleRate: ANALYSIS_RATE_HZ,
      windowingFunction: 'rect',
    });
  }

  /**
   * @param frame 512 finite samples at 16 kHz
   * @throws {RangeError} as `powerSpectra`
   */
  powerSpectrum(frame: Float32Array): PowerSpectrum {
    return this.powerSpectra(frame, SILENCE)[0];
  }

  /**
   * The spectra of two frames from one transform, which is complex and takes as long for one: the second frame is the
   * imaginary part. What is even in the result belongs to the first, what is odd to the second.
   *
   * @param a, b 512 finite samples at 16 kHz each
   * @throws {RangeError} when a frame has another length: Meyda would return plausible, wrong numbers
   */
  powerSpectra(a: Float32Array, b: Float32Array): readonly [PowerSpectrum, PowerSpectrum] {
    for (const { length } of [a, b]) {
      if (length !== SIZE) throw new RangeError(`a frame of ${length} samples, not ${SIZE}`);
    }
    const { real, imag } = this.#signal;
    for (let i = 0; i < SIZE; i++) {
      const weight = HANN[i]!;
      real[i] = a[i]! * weight;
      imag[i] = b[i]! * weight;
    }
    return separated(this.#complexSpectrum());
  }

  #complexSpectrum(): ComplexSpectrum {
    const found: unknown = this.#meyda.extract('complexSpectrum', this.#signal as unknown as MeydaSignal);
    if (!isComplexSpectrum(found)) throw new RangeError('Meyda extracted no complex spectrum');
    return found;
  }
}

interface ComplexSpectrum {
  readonly real: Float64Array;
  readonly imag: Float64Array;
}

function isComplexSpectrum(value: unknown): value is ComplexSpectrum {
  return typeof value === 'object' && value !== null && 'real' in value && value.real instanceof Float64Array;
}

function separated({ real, imag }: ComplexSpectrum): [PowerSpectrum, PowerSpectrum] {
  const a = new Float32Array(SIZE / 2);
  const b = new Float32Array(SIZE / 2);
  for (let bin = 0; bin < SIZE / 2; bin++) {
    const mirror = (SIZE - bin) % SIZE;
    const evenRe = real[bin]! + real[mirror]!;
    const oddRe = real[bin]! - real[mirror]!;
    const evenIm = imag[bin]! + imag[mirror]!;
    const oddIm = imag[bin]! - imag[mirror]!;
    a[bin] = (evenRe * evenRe + oddIm * oddIm) / 4;
    b[bin] = (evenIm * evenIm + oddRe * oddRe) / 4;
  }
  return [a, b];
}
