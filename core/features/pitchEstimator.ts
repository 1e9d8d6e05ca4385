import { ANALYSIS_RATE_HZ } from '../stream/frameTime.ts';
import { CosineTransform } from './cosineTransform.ts';
import { hannWindow } from './powerSpectrum.ts';
import { RealFft } from './realFft.ts';

/** 40 ms, Praat's three periods of 75 Hz. Over 64 ms only the steadiest, highest parts of a moving voice stay clear. */
export const PITCH_WINDOW_SAMPLES = 640;
/** Longer than the window plus the longest lag, so that the autocorrelation does not wrap around. */
const FFT_SIZE = 1024;

const LOWEST_HZ = 65;
const HIGHEST_HZ = 450;
const SHORTEST_LAG = Math.floor(ANALYSIS_RATE_HZ / HIGHEST_HZ);
const LONGEST_LAG = Math.ceil(ANALYSIS_RATE_HZ / LOWEST_HZ);
/** 2 kHz, above any voice, to distinguish a whistle or a ring tone from a voice an octave below. */
const SHORTEST_TONE_LAG = 8;

/** Higher harmonics do not separate periods any better, and are the first to drown in noise. */
const LOWEST_BIN = Math.ceil((20 * FFT_SIZE) / ANALYSIS_RATE_HZ);
const END_BIN = Math.ceil((2200 * FFT_SIZE) / ANALYSIS_RATE_HZ);

/** −110 dBFS. A weaker signal has no measurable period. */
const LEAST_MEAN_SQUARE = 1e-11;

/** The first peak this near the highest wins, since every multiple of the period peaks as high (McLeod's k). */
const KEY_PEAK_SHARE = 0.9;

export interface PitchEstimate {
  /** Fundamental frequency, 65–450 Hz. */
  readonly f0Hz: number;
  /** Height of the peak, 0…1. A height of 0.5 is 0.7–0.8 in McLeod's difference function. */
  readonly clarity: number;
}

/**
 * Fundamental frequency of one window: the first key peak (McLeod & Wyvill 2005) of a generalised autocorrelation, the
 * transform of the power spectrum raised to 2/3 (after Tolonen & Karjalainen 2000), divided by the autocorrelation of
 * the window function (Boersma 1993).
 *
 * Compressing the spectrum evens out its harmonics. In the telephone band, the fundamental is missing and two strong
 * even harmonics can resemble a voice an octave higher. There, compression halves the octave errors on labelled speech.
 */
export class PitchEstimator {
  readonly #fft = new RealFft(FFT_SIZE);
  readonly #window = hannWindow(PITCH_WINDOW_SAMPLES);
  readonly #samples = new Float64Array(FFT_SIZE);
  readonly #cosine = new CosineTransform(FFT_SIZE);
  readonly #spectrum = new Float64Array(FFT_SIZE / 2 + 1);
  readonly #windowCorrelation: Float64Array;
  readonly #correlation = new Float64Array(LONGEST_LAG + 2);

  constructor() {
    this.#samples.set(this.#window);
    this.#autocorrelate(0, FFT_SIZE / 2 + 1);
    const { values } = this.#cosine;
    this.#windowCorrelation = values.map((value) => value / values[0]!);
    this.#spectrum.fill(0);
  }

  /**
   * @param window 640 finite samples at 16 kHz
   * @returns `undefined` if nothing in the window is periodic within 65–450 Hz
   * @throws {RangeError} when the window has another length
   */
  estimate(window: Float32Array): PitchEstimate | undefined {
    if (window.length !== PITCH_WINDOW_SAMPLES) {
      throw new RangeError(`a window of ${window.length} samples, not ${PITCH_WINDOW_SAMPLES}`);
    }
    let energy = 0;
    for (let i = 0; i < PITCH_WINDOW_SAMPLES; i++) {
      const sample = window[i]!;
      energy += sample * sample;
      this.#samples[i] = sample * this.#window[i]!;
    }
    if (energy < LEAST_MEAN_SQUARE * PITCH_WINDOW_SAMPLES) return undefined;
    this.#autocorrelate(LOWEST_BIN, END_BIN);
    const { values } = this.#cosine;
    const total = values[0]!;
    if (total <= 0) return undefined;
    for (let lag = SHORTEST_TONE_LAG - 1; lag <= LONGEST_LAG + 1; lag++) {
      this.#correlation[lag] = values[lag]! / (total * this.#windowCorrelation[lag]!);
    }
    const lag = this.#firstKeyPeak();
    return lag === undefined || lag < SHORTEST_LAG ? undefined : this.#interpolate(lag);
  }

  /** Writes the generalised autocorrelation of the bins [first, end) of `#samples` to the values of `#cosine`. */
  #autocorrelate(first: number, end: number): void {
    this.#fft.transform(this.#samples);
    for (let k = first; k < end; k++) {
      const power = this.#fft.re[k]! ** 2 + this.#fft.im[k]! ** 2;
      this.#spectrum[k] = Math.cbrt(power * power);
    }
    this.#cosine.transform(this.#spectrum);
  }

  #firstKeyPeak(): number | undefined {
    let highest = 0;
    for (let lag = SHORTEST_LAG; lag <= LONGEST_LAG; lag++) {
      if (this.#correlation[lag]! > highest && this.#isPeak(lag)) highest = this.#correlation[lag]!;
    }
    if (highest === 0) return undefined;
    let lag = SHORTEST_TONE_LAG;
    while (this.#correlation[lag]! < KEY_PEAK_SHARE * highest || !this.#isPeak(lag)) lag += 1;
    return lag;
  }

  #isPeak(lag: number): boolean {
    const value = this.#correlation[lag]!;
    return value >= this.#correlation[lag - 1]! && value > this.#correlation[lag + 1]!;
  }

  /** Returns the vertex of the parabola through a peak and its neighbours. */
  #interpolate(lag: number): PitchEstimate {
    const before = this.#correlation[lag - 1]!;
    const here = this.#correlation[lag]!;
    const after = this.#correlation[lag + 1]!;
    const offset = (before - after) / (2 * (before - 2 * here + after));
    return {
      f0Hz: ANALYSIS_RATE_HZ / (lag + offset),
      clarity: Math.min(1, here - ((before - after) * offset) / 4),
    };
  }
}
