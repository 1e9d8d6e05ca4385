/** A stall of this length is filled with silence while it lasts, so that the call's other party is not delayed. */
const stallSeconds = 1.5;
/** The part of a stall left unfilled, for samples that are merely late. */
const lateSeconds = 0.5;
/** Samples that stay this far behind over a whole window are lost, not late. */
const lossSeconds = 0.25;
const windowSeconds = 2;
/** Two clocks of one machine drift apart by less; anything slower than this is drift, not loss. */
const driftPerSecond = 200e-6;

/**
 * Keeps a page's sample count in step with the clock. Samples arrive from the page in order and without loss, but
 * possibly late and in a burst; samples that the page itself failed to capture never arrive. The smallest lag over two
 * seconds distinguishes the two: lateness passes, loss remains.
 */
export class PageTimekeeper {
  readonly #sampleRateHz: number;
  #origin: number | undefined;
  /** Samples accounted for: accepted, or reported as gap. */
  #position = 0;
  /** The lag, in samples, of a page that lost nothing. */
  #usualLag = 0;
  /** Samples filled in as silence that may still arrive late. */
  #filled = 0;
  /** Undefined until samples flow: the time of a stall says nothing about their lag. */
  #windowStart: number | undefined;
  #windowLag = Number.POSITIVE_INFINITY;

  constructor(sampleRateHz: number) {
    this.#sampleRateHz = sampleRateHz;
  }

  /**
   * @param sampleCount samples that just arrived
   * @param atSeconds the monotonic clock
   * @returns how many of them to leave out, oldest first, because silence has already replaced them, and how many
   *   samples were lost before them
   */
  arrived(sampleCount: number, atSeconds: number): { late: number; lost: number } {
    this.#origin ??= atSeconds - sampleCount / this.#sampleRateHz;
    this.#windowStart ??= atSeconds;
    this.#position += sampleCount;
    const late = this.#takeLate(sampleCount, this.lagSamples(atSeconds));
    const lag = this.lagSamples(atSeconds);
    if (this.#filled === 0) this.#usualLag = Math.min(this.#usualLag, lag);
    this.#windowLag = Math.min(this.#windowLag, lag);
    return { late, lost: this.#closeWindow(atSeconds - this.#windowStart) };
  }

  /** @returns samples to fill in as silence because nothing has arrived for too long; none before the first samples */
  waited(atSeconds: number): number {
    const behind = this.lagSamples(atSeconds) - this.#usualLag;
    if (behind <= stallSeconds * this.#sampleRateHz) return 0;
    const gap = Math.round(behind - lateSeconds * this.#sampleRateHz);
    this.#position += gap;
    this.#filled += gap;
    this.#openWindow();
    return gap;
  }

  /** Returns how many samples are missing between what is accounted for and the time elapsed. */
  lagSamples(atSeconds: number): number {
    return this.#origin === undefined ? 0 : (atSeconds - this.#origin) * this.#sampleRateHz - this.#position;
  }

  #takeLate(sampleCount: number, lag: number): number {
    const late = Math.min(sampleCount, this.#filled, Math.max(0, Math.ceil(this.#usualLag - lag)));
    this.#position -= late;
    this.#filled -= late;
    return late;
  }

  #openWindow(): void {
    this.#windowStart = undefined;
    this.#windowLag = Number.POSITIVE_INFINITY;
  }

  #closeWindow(seconds: number): number {
    if (seconds < windowSeconds) return 0;
    const excess = this.#windowLag - this.#usualLag;
    const drift = driftPerSecond * seconds * this.#sampleRateHz;
    this.#openWindow();
    this.#filled = 0;
    if (excess <= lossSeconds * this.#sampleRateHz) {
      this.#usualLag += Math.min(excess, drift);
      return 0;
    }
    const lost = Math.round(excess);
    this.#position += lost;
    return lost;
  }
}
