import { captureFrameSize, captureRateHz } from './captureFormat.ts';

/** A frame and when the last of its samples was read. */
export interface TimedFrame {
  readonly samples: Int16Array;
  readonly atSeconds: number;
}

/** A quarter of a second: among this many frames, the least late one is hardly late at all. */
const heldFrames = 8;
const frameSeconds = captureFrameSize / captureRateHz;

/**
 * Frames of a device that was lost and is back. The time at which its first frame was read shows how long it was away,
 * but a starting device is read late and in bursts. The first frames are therefore held back and timed by the one that
 * was least late.
 */
export class ReturningFrames {
  #held: TimedFrame[] | undefined;

  /** @returns the frames to process now: this one, none, or all that were held */
  push(frame: TimedFrame): readonly TimedFrame[] {
    if (!this.#held) return [frame];
    this.#held.push(frame);
    return this.#held.length < heldFrames ? [] : this.end();
  }

  /** Marks the device as lost: the first frames after its return are to be held. */
  lose(): void {
    this.#held = [];
  }

  /** Returns the frames that are still held and stops holding. */
  end(): readonly TimedFrame[] {
    const held = this.#held ?? [];
    this.#held = undefined;
    const firstAtSeconds = Math.min(...held.map(({ atSeconds }, i) => atSeconds - i * frameSeconds));
    return held.map(({ samples }, i) => ({ samples, atSeconds: firstAtSeconds + i * frameSeconds }));
  }
}
