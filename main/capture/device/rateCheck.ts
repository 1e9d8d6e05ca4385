const windowSeconds = 0.25;
/** This many windows in a row must show the same rate: fewer may be sound that is late. */
const windowCount = 4;
/** The closest two rates of sound cards, 44.1 and 48 kHz, are 8% apart; no two clocks differ by more than 0.1%. */
const leastDeviation = 0.04;
/** A wrong rate deviates equally in every window; late or lost sound shows in one of them. */
const leastEvenness = 0.5;

/**
 * Detects sound that arrives at a rate other than its nominal one: its pitch is wrong, and there is too much or too
 * little of it. The evidence is how the lag of the samples behind the clock changes: late sound catches up, lost sound
 * stays behind by the same amount, and at another rate the lag changes evenly.
 */
export class RateCheck {
  readonly #sampleRateHz: number;
  #startSeconds: number | undefined;
  #samples = 0;
  #window = 0;
  #leastLagSeconds = Number.POSITIVE_INFINITY;
  /** The smallest lag of each of the last windows, in seconds. */
  #lags: number[] = [];

  /** @param sampleRateHz nominal rate of the sound */
  constructor(sampleRateHz: number) {
    this.#sampleRateHz = sampleRateHz;
  }

  /**
   * Accepts samples.
   * @param atSeconds when the last of them was read
   * @returns true if they have arrived at another rate for a second
   */
  push(sampleCount: number, atSeconds: number): boolean {
    this.#startSeconds ??= atSeconds - sampleCount / this.#sampleRateHz;
    this.#samples += sampleCount;
    const elapsedSeconds = atSeconds - this.#startSeconds;
    const window = Math.floor(elapsedSeconds / windowSeconds);
    const hasChanged = window !== this.#window && this.#close(window - this.#window);
    this.#window = window;
    this.#leastLagSeconds = Math.min(this.#leastLagSeconds, elapsedSeconds - this.#samples / this.#sampleRateHz);
    return hasChanged;
  }

  #close(windows: number): boolean {
    // A window without any sound says nothing about its rate.
    if (windows > 1) this.#lags = [];
    this.#lags.push(this.#leastLagSeconds);
    this.#leastLagSeconds = Number.POSITIVE_INFINITY;
    if (this.#lags.length <= windowCount) return false;
    const changes = this.#lags.slice(1).map((lag, i) => lag - this.#lags[i]!);
    this.#lags.shift();
    const mean = changes.reduce((sum, change) => sum + change, 0) / windowCount;
    const isEven = changes.every((change) => Math.abs(change - mean) <= (1 - leastEvenness) * Math.abs(mean));
    return isEven && Math.abs(mean) >= leastDeviation * windowSeconds;
  }
}
