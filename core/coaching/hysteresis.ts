import type { Frames } from '../stream/frameTime.ts';

/** A value with its two thresholds: it switches on at or beyond `on`, and off on the other side of `off`. */
export interface ThresholdReading {
  readonly value: number;
  /** Greater than `off` for a condition that holds above, less for one that holds below. */
  readonly on: number;
  readonly off: number;
}

export function isBeyondOn({ value, on, off }: ThresholdReading): boolean {
  return on >= off ? value >= on : value <= on;
}

function isShortOfOff({ value, on, off }: ThresholdReading): boolean {
  return on >= off ? value < off : value > off;
}

/**
 * A condition with hysteresis in speech time: on once the value has been beyond `on` for `onFrames` of speech, off once
 * it has been short of `off` for `offFrames`, frozen in silence and while the value is missing.
 */
export class Hysteresis {
  readonly #onFrames: Frames;
  readonly #offFrames: Frames;
  #active = false;
  #framesTowardsChange = 0;
  #beyondSince: number | undefined;

  constructor(onFrames: Frames, offFrames: Frames) {
    this.#onFrames = onFrames;
    this.#offFrames = offFrames;
  }

  get active(): boolean {
    return this.#active;
  }

  /** The moment since which the value has been beyond `on`; missing while the condition neither holds nor builds up. */
  get beyondSince(): number | undefined {
    return this.#beyondSince;
  }

  /**
   * Processes one frame.
   *
   * @param at its time, in seconds from the start of the call
   * @param running true while the condition's own time runs, that is, while its speaker speaks
   * @param patience factor (≥ 1) that stretches the time until it switches on
   * @returns true while the condition holds
   */
  push(at: number, reading: ThresholdReading | undefined, running: boolean, patience = 1): boolean {
    if (!reading || !running) return this.#active;
    if (!(this.#active ? isShortOfOff(reading) : isBeyondOn(reading))) {
      this.#framesTowardsChange = 0;
      if (!this.#active) this.#beyondSince = undefined;
      return this.#active;
    }
    if (!this.#active) this.#beyondSince ??= at;
    this.#framesTowardsChange += 1;
    if (this.#framesTowardsChange >= (this.#active ? this.#offFrames : patience * this.#onFrames)) {
      this.#active = !this.#active;
      this.#framesTowardsChange = 0;
      if (!this.#active) this.#beyondSince = undefined;
    }
    return this.#active;
  }
}
