import { ANALYSIS_FRAMES } from '../audio/framer.ts';
import { bandMeanSquare, binsBetween, hannWindow, type PowerSpectrum } from './powerSpectrum.ts';
import { RealFft } from './realFft.ts';

/** The harmonics that carry voicing in a telephone and in a room alike. */
const BAND = binsBetween(80, 2200);
/** Pitch periods looked for, in samples at 16 kHz: 400 down to 75 Hz. */
const SHORTEST_LAG = 40;
const LONGEST_LAG = 212;
/** −110 dBFS in the band: nothing there to be periodic. */
const LEAST_MEAN_SQUARE = 1e-11;

/** Clarity from which a frame counts as voiced. */
export const VOICED_CLARITY = 0.5;

/**
 * How periodic an analysis frame is, 0…1, from its power spectrum alone: the highest autocorrelation at the lags of the
 * voice, over the window's own autocorrelation there.
 *
 * @see P. Boersma, "Accurate short-term analysis of the fundamental frequency…" (1993) for the division by the window's
 */
export class SpectralClarity {
  readonly #fft = new RealFft(ANALYSIS_FRAMES.frameSize);
  readonly #spectrum = new Float64Array(ANALYSIS_FRAMES.frameSize);
  readonly #windowCorrelation = new Float64Array(LONGEST_LAG + 1);

  constructor() {
    this.#fft.transform(hannWindow(ANALYSIS_FRAMES.frameSize));
    for (let k = 0; k <= ANALYSIS_FRAMES.frameSize / 2; k++) {
      this.#setBin(k, this.#fft.re[k]! ** 2 + this.#fft.im[k]! ** 2);
    }
    this.#fft.transform(this.#spectrum);
    for (let lag = 0; lag <= LONGEST_LAG; lag++) {
      this.#windowCorrelation[lag] = this.#fft.re[lag]! / this.#fft.re[0]!;
    }
    this.#spectrum.fill(0);
  }

  of(power: PowerSpectrum): number {
    if (bandMeanSquare(power, BAND) < LEAST_MEAN_SQUARE) return 0;
    for (let k = BAND.first; k < BAND.end; k++) this.#setBin(k, power[k]!);
    this.#fft.transform(this.#spectrum);
    const correlation = this.#fft.re;
    const total = correlation[0]!;
    let highest = 0;
    for (let lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
      const normalized = correlation[lag]! / (total * this.#windowCorrelation[lag]!);
      if (normalized > highest) highest = normalized;
    }
    return Math.min(1, highest);
  }

  /** A power spectrum is even: its transform is the autocorrelation, and real. */
  #setBin(k: number, value: number): void {
    this.#spectrum[k] = value;
    this.#spectrum[(ANALYSIS_FRAMES.frameSize - k) % ANALYSIS_FRAMES.frameSize] = value;
  }
}
