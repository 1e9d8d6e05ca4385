import type { Clock } from '../../clock.ts';

/** A token bucket: `burst` requests in a row, `perSecond` in the long run. */
export class RateLimit {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #clock: Clock;
  #tokens: number;
  #filledAt: number;

  constructor(limits: { readonly perSecond: number; readonly burst: number }, clock: Clock) {
    this.#perSecond = limits.perSecond;
    this.#burst = limits.burst;
    this.#clock = clock;
    this.#tokens = limits.burst;
    this.#filledAt = clock.monotonicSeconds();
  }

  /** Returns true while the rate is within the limit. */
  take(): boolean {
    const now = this.#clock.monotonicSeconds();
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#filledAt) * this.#perSecond);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }
}
