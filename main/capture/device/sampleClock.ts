/** Time for which sound must stay late before it counts as lost: a backlog arrives all at once, much sooner. */
const confirmationSeconds = 0.5;
/**
 * Within this time of the start, a frame that arrives early shows that the first one was read late: no sound arrives
 * early.
 */
const beginningSeconds = 0.5;

/** Counts samples by the monotonic clock: samples accepted + samples reported as missing = time elapsed, ± 1 frame. */
export class SampleClock {
  readonly #sampleRateHz: number;
  readonly #frameSize: number;
  #originSeconds: number;
  /** Samples accepted or reported as missing. */
  #count = 0;
  #late: { readonly sinceSeconds: number; leastDeficit: number } | undefined;
  #interrupted = false;
  #isBeginning = true;

  /**
   * @param sampleRateHz nominal rate of the samples
   * @param frameSize samples in every frame
   * @param startSeconds when counting starts, on the clock that stamps the frames
   */
  constructor(sampleRateHz: number, frameSize: number, startSeconds: number) {
    this.#sampleRateHz = sampleRateHz;
    this.#frameSize = frameSize;
    this.#originSeconds = startSeconds;
  }

  /**
   * Accounts for a frame.
   * @param atSeconds when the last of its samples was read
   * @param sampleCount its samples, stretched or shortened for the drift of its clock
   * @returns how many samples are missing before the frame, and whether to keep it: a frame is dropped if it began
   *   before the start, or if the sound card has run a whole frame ahead of the clock
   */
  accept(atSeconds: number, sampleCount: number = this.#frameSize): { missing: number; keep: boolean } {
    if (this.#count === 0 && !this.#alignOrigin(atSeconds)) return { missing: 0, keep: false };
    const deficit = this.#deficit(atSeconds, sampleCount);
    if (deficit < -this.#frameSize) return { missing: 0, keep: false };
    const missing = this.#missingFrom(deficit, atSeconds);
    this.#count += missing + sampleCount;
    return { missing, keep: true };
  }

  /** Returns how many samples are missing between what is accounted for and the time elapsed. */
  lagSamples(atSeconds: number): number {
    return (atSeconds - this.#originSeconds) * this.#sampleRateHz - this.#count;
  }

  /**
   * Accounts for time that has certainly passed without sound.
   * @returns newly missing samples, up to one frame before now
   */
  lose(nowSeconds: number): number {
    this.#interrupted = true;
    this.#isBeginning = false;
    const missing = Math.max(0, this.#elapsedSamples(nowSeconds) - this.#frameSize - this.#count);
    this.#count += missing;
    return missing;
  }

  /**
   * Returns the samples missing at the end: a loss that could not be confirmed in time. Up to two frames may only be
   * late.
   */
  end(nowSeconds: number): number {
    const missing = this.#elapsedSamples(nowSeconds) - this.#count;
    return missing > 2 * this.#frameSize ? this.lose(nowSeconds) : 0;
  }

  /** Starts time with the first frame if that is the one after the start; returns false for a frame from before it. */
  #alignOrigin(atSeconds: number): boolean {
    const frameSeconds = this.#frameSize / this.#sampleRateHz;
    const lead = atSeconds - frameSeconds - this.#originSeconds;
    if (lead >= 0 && lead < frameSeconds) this.#originSeconds += lead;
    return lead >= 0;
  }

  #deficit(atSeconds: number, sampleCount: number): number {
    const deficit = this.#elapsedSamples(atSeconds) - this.#count - sampleCount;
    this.#isBeginning &&= this.#count < beginningSeconds * this.#sampleRateHz;
    if (deficit >= 0 || !this.#isBeginning) return deficit;
    this.#originSeconds += deficit / this.#sampleRateHz;
    return 0;
  }

  #missingFrom(deficit: number, atSeconds: number): number {
    if (this.#interrupted) {
      this.#interrupted = false;
      this.#late = undefined;
      return Math.max(0, deficit);
    }
    if (deficit <= this.#frameSize) {
      this.#late = undefined;
      return 0;
    }
    this.#late ??= { sinceSeconds: atSeconds, leastDeficit: deficit };
    this.#late.leastDeficit = Math.min(this.#late.leastDeficit, deficit);
    if (atSeconds - this.#late.sinceSeconds < confirmationSeconds) return 0;
    const missing = this.#late.leastDeficit;
    this.#late = undefined;
    return missing;
  }

  #elapsedSamples(atSeconds: number): number {
    return Math.round((atSeconds - this.#originSeconds) * this.#sampleRateHz);
  }
}
