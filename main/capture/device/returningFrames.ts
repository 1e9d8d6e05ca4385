import { captureFrameSize, captureRateHz } from './captureFormat.ts';

/** A frame and when the last of its samples was read. */
export interface TimedFrame {
  readonly samples: Int16Array;
  readonly atSeconds: number;
}

/** A quarter of a second: the least late of so many frames is hardly late. */
const heldFrames = 8;
const frameSeconds = captureFrameSize / captureRateHz;

/**
 * Frames of a device that was lost and is back. How long it was away is told by when its first frame was read, and a device that
 * starts is read late and in bursts. So the first frames are held back, and timed by the one of them that was least late.
 */
export class ReturningFrames {
  #held: TimedFrame[] | undefined;

  /** @returns the frames to go on with: this one, or none, or all that were held */
  push(frame: TimedFrame): readonly TimedFrame[] {
    if (!this.#held) return [frame];
    this.#held.push(frame);
    return this.#held.length < heldFrames ? [] : this.end();
  }

  /** The device is lost: the first frames of its return are to be held. */
  lose(): void {
    this.#held = [];
  }

  /** The frames that are still held; from now on none are. */
  end(): readonly TimedFrame[] {
    const held = this.#held ?? [];
    this.#held = undefined;
    const firstAtSeconds = Math.min(...held.map(({ atSeconds }, i) => atSeconds - i * frameSeconds));
    return held.map(({ samples }, i) => ({ samples, atSeconds: firstAtSeconds + i * frameSeconds }));
  }
}
