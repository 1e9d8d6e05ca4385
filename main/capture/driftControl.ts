import { FINE_RATIO_LIMIT } from '../../core/audio/fineResampler.ts';

/** Sound may arrive late but never early: the smallest lag within this time is the true one. */
const windowSeconds = 2;
/**
 * Speed at which a lag is corrected: a time constant of 10 s keeps it under 5 ms while a drift of 500 ppm is learned.
 */
const proportionalPerSecond = 0.1;
/** A quarter of the square of the above: critically damped. */
const integralPerSecond2 = 0.0025;

/**
 * Finds the ratio that keeps the sample count of a sound card in step with the monotonic clock: a proportional-integral
 * control of the smallest lag in every two seconds. Its set point is the lag of the first two seconds.
 */
export class DriftControl {
  readonly #sampleRateHz: number;
  #referenceSamples: number | undefined;
  #windowStart: number | undefined;
  #leastSamples = Number.POSITIVE_INFINITY;
  #learned = 0;
  #ratio = 1;

  constructor(sampleRateHz: number) {
    this.#sampleRateHz = sampleRateHz;
  }

  /** Samples to make from each one that arrives, within `FINE_RATIO_LIMIT` of 1. */
  get ratio(): number {
    return this.#ratio;
  }

  /**
   * @param lagSamples samples missing between what has arrived and the time elapsed, right after a chunk
   * @param atSeconds the monotonic clock
   */
  observe(lagSamples: number, atSeconds: number): void {
    this.#windowStart ??= atSeconds;
    this.#leastSamples = Math.min(this.#leastSamples, lagSamples);
    const seconds = atSeconds - this.#windowStart;
    if (seconds < windowSeconds) return;
    this.#steer(this.#leastSamples, seconds);
    this.#windowStart = atSeconds;
    this.#leastSamples = Number.POSITIVE_INFINITY;
  }

  #steer(leastSamples: number, seconds: number): void {
    this.#referenceSamples ??= leastSamples;
    const lagSeconds = (leastSamples - this.#referenceSamples) / this.#sampleRateHz;
    const wanted = proportionalPerSecond * lagSeconds + this.#learned;
    const change = Math.max(-FINE_RATIO_LIMIT, Math.min(FINE_RATIO_LIMIT, wanted));
    // Nothing is learned at the limit, where the lag indicates a loss rather than a drift.
    if (change === wanted) this.#learned += integralPerSecond2 * lagSeconds * seconds;
    this.#ratio = 1 + change;
  }
}
