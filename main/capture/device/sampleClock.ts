/** How long sound must stay late before it counts as lost: a backlog arrives all at once, within much less. */
const confirmationSeconds = 0.5;
/** Within this much of its start a frame that comes early tells that the first one was read late: no sound comes early. */
const beginningSeconds = 0.5;

/** Counts samples against the monotonic clock, so that samples kept + samples reported as missing = time elapsed, ± 1 frame. */
export class SampleClock {
  readonly #sampleRateHz: number;
  readonly #frameSize: number;
  #originSeconds: number;
  /** Samples kept or reported as missing. */
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
   *
   * @param atSeconds when the last of its samples was read
   * @param sampleCount its samples, made longer or shorter for the drift of its clock
   * @returns how many samples are missing before the frame, and whether to keep it: a frame that began before the start is
   *   dropped, and so is one of a sound card that has run a whole frame ahead of the clock
   */
  accept(atSeconds: number, sampleCount: number = this.#frameSize): { missing: number; keep: boolean } {
    if (this.#count === 0 && !this.#alignOrigin(atSeconds)) return { missing: 0, keep: false };
    const deficit = this.#deficit(atSeconds, sampleCount);
    if (deficit < -this.#frameSize) return { missing: 0, keep: false };
    const missing = this.#missingFrom(deficit, atSeconds);
    this.#count += missing + sampleCount;
    return { missing, keep: true };
  }

  /** By how many samples what is accounted for falls short of the time elapsed. */
  lagSamples(atSeconds: number): number {
    return (atSeconds - this.#originSeconds) * this.#sampleRateHz - this.#count;
  }

  /**
   * Accounts for time that has certainly passed without sound.
   *
   * @returns samples that are newly missing, up to one frame before now
   */
  lose(nowSeconds: number): number {
    this.#interrupted = true;
    this.#isBeginning = false;
    const missing = Math.max(0, this.#elapsedSamples(nowSeconds) - this.#frameSize - this.#count);
    this.#count += missing;
    return missing;
  }

  /** Samples missing at the end: a loss that there was no time to confirm. Within two frames sound is only on its way. */
  end(nowSeconds: number): number {
    const missing = this.#elapsedSamples(nowSeconds) - this.#count;
    return missing > 2 * this.#frameSize ? this.lose(nowSeconds) : 0;
  }

  /** Lets time begin with the first frame where that is the one after the start; false for a frame from before it. */
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
