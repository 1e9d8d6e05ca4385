/** Number of latest frames stored: more than the delay of any stage. */
const KEPT_FRAMES = 64;

/** Symmetric weights with sum 1; element i applies to the frames at a distance of i. */
export type HalfWindow = Float64Array;

function normalized(half: Float64Array): HalfWindow {
  const sum = 2 * half.reduce((total, weight) => total + weight, 0) - half[0]!;
  return half.map((weight) => weight / sum);
}

/** A Gaussian over frames, truncated at three standard deviations. */
export function gaussianWindow(sigmaFrames: number): HalfWindow {
  const reach = Math.ceil(3 * sigmaFrames);
  return normalized(Float64Array.from({ length: reach + 1 }, (_, i) => Math.exp(-0.5 * (i / sigmaFrames) ** 2)));
}

/** A plain mean over the frames up to `reachFrames` away. */
export function meanWindow(reachFrames: number): HalfWindow {
  return normalized(new Float64Array(reachFrames + 1).fill(1));
}

/** The latest 64 values of a quantity measured once per frame. It is assumed constant before its first frame. */
export class FrameTrack {
  readonly #values = new Float64Array(KEPT_FRAMES);
  #count = 0;

  push(value: number): void {
    if (this.#count === 0) this.#values.fill(value);
    this.#values[this.#count % KEPT_FRAMES] = value;
    this.#count += 1;
  }

  at(frame: number): number {
    return this.#values[(frame + KEPT_FRAMES) % KEPT_FRAMES]!;
  }

  /** Returns the weighted mean around `frame`; the window must not extend past the latest frame. */
  around(frame: number, window: HalfWindow): number {
    let sum = window[0]! * this.at(frame);
    for (let i = 1; i < window.length; i++) sum += window[i]! * (this.at(frame - i) + this.at(frame + i));
    return sum;
  }
}
