import { FRAME_SAMPLES } from '../stream/frameTime.ts';
import { CosineTransform } from './cosineTransform.ts';
import { bandMeanSquare, binsBetween, hannWindow, type PowerSpectrum } from './powerSpectrum.ts';
import { RealFft } from './realFft.ts';

/** The harmonics that carry voicing both on the telephone and in a room. */
const BAND = binsBetween(80, 2200);
/** Range of pitch periods, in samples at 16 kHz: 400 down to 75 Hz. */
const SHORTEST_LAG = 40;
const LONGEST_LAG = 212;
/** −110 dBFS in the band. A weaker signal has no measurable period. */
const LEAST_MEAN_SQUARE = 1e-11;

/** A frame with at least this clarity counts as voiced. */
export const VOICED_CLARITY = 0.5;

/**
 * Periodicity of an analysis frame, 0…1, from its power spectrum alone: the highest autocorrelation at the lags of a
 * voice, divided by the autocorrelation of the window function there.
 *
 * @see P. Boersma, "Accurate short-term analysis of the fundamental frequency…" (1993) for the division
 */
export class SpectralClarity {
  readonly #transform = new CosineTransform(FRAME_SAMPLES);
  /** Bins 0…256; all outside the band stay 0. */
  readonly #spectrum = new Float64Array(FRAME_SAMPLES / 2 + 1);
  readonly #windowCorrelation = new Float64Array(LONGEST_LAG + 1);

  constructor() {
    const fft = new RealFft(FRAME_SAMPLES);
    fft.transform(hannWindow(FRAME_SAMPLES));
    this.#transform.transform(fft.re.map((re, k) => re ** 2 + fft.im[k]! ** 2));
    const correlation = this.#transform.values;
    for (let lag = 0; lag <= LONGEST_LAG; lag++) this.#windowCorrelation[lag] = correlation[lag]! / correlation[0]!;
  }

  of(power: PowerSpectrum): number {
    if (bandMeanSquare(power, BAND) < LEAST_MEAN_SQUARE) return 0;
    for (let k = BAND.first; k < BAND.end; k++) this.#spectrum[k] = power[k]!;
    this.#transform.transform(this.#spectrum);
    const correlation = this.#transform.values;
    const total = correlation[0]!;
    let highest = 0;
    for (let lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
      const normalized = correlation[lag]! / (total * this.#windowCorrelation[lag]!);
      if (normalized > highest) highest = normalized;
    }
    return Math.min(1, highest);
  }
}
