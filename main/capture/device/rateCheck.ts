const windowSeconds = 0.25;
/** So many windows in a row must tell of the same rate: less may be sound that is late. */
const windowCount = 4;
/** The nearest two rates of sound cards, 44.1 and 48 kHz, are 8 % apart; no two clocks differ by more than 0.1 %. */
const leastDeviation = 0.04;
/** A rate deviates by as much in every window; what is late or lost is so in one of them. */
const leastEvenness = 0.5;

/**
 * Hears that sound comes at another rate than it is said to have: of another pitch, and too much or too little of it. Told from
 * how the lag of the samples behind the clock changes: sound that is late catches up, sound that is lost stays behind by
 * the same amount, and at another rate the lag goes on changing evenly.
 */
export class RateCheck {
  readonly #sampleRateHz: number;
  #startSeconds: number | undefined;
  #samples = 0;
  #window = 0;
  #leastLagSeconds = Number.POSITIVE_INFINITY;
  /** The smallest lag of each of the last windows, in seconds. */
  #lags: number[] = [];

  /** @param sampleRateHz that the sound is said to have */
  constructor(sampleRateHz: number) {
    this.#sampleRateHz = sampleRateHz;
  }

  /**
   * Accepts samples.
   *
   * @param atSeconds when the last of them was read
   * @returns whether they have come at another rate for a second
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
    // A window without any sound tells nothing of its rate.
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
