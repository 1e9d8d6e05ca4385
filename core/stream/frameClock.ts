/**
 * Converts between seconds from the start of the call and whole analysis frames (hops), so that no sum of floats
 * drifts.
 */
export class FrameClock {
  readonly #sampleRateHz: number;
  readonly #hopSize: number;

  /** @throws {RangeError} when the hop or the sample rate is not positive */
  constructor(signal: { readonly sampleRateHz: number; readonly hopSize: number }) {
    if (!(signal.hopSize > 0 && signal.sampleRateHz > 0)) {
      throw new RangeError(`no clock from a hop of ${signal.hopSize} at ${signal.sampleRateHz} Hz`);
    }
    this.#sampleRateHz = signal.sampleRateHz;
    this.#hopSize = signal.hopSize;
  }

  /** The nearest whole number of frames. */
  frames(seconds: number): number {
    return Math.round((seconds * this.#sampleRateHz) / this.#hopSize);
  }

  seconds(frames: number): number {
    return (frames * this.#hopSize) / this.#sampleRateHz;
  }
}
