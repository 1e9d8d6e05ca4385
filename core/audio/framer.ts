import type { Stage } from '../stream/stage.ts';
import { appendGuarded } from './sampleGuard.ts';

export interface FramerConfig {
  /** Samples in a frame: a power of two. */
  readonly frameSize: number;
  /** Samples from the start of one frame to the start of the next, at most `frameSize`. */
  readonly hopSize: number;
}

/** The frame and hop of all spectral analysis: 32 ms every 10 ms at 16 kHz. */
export const ANALYSIS_FRAMES: FramerConfig = { frameSize: 512, hopSize: 160 };

/**
 * Cuts a PCM stream into overlapping frames: frame k covers the samples [k · hopSize, k · hopSize + frameSize).
 *
 * Chunks may have any length; how the stream was chunked never changes the frames. Non-finite samples become 0, and a
 * trailing partial frame is dropped. Overlapping frames may share memory: read them, do not write to them.
 *
 * @throws {RangeError} when `frameSize` is not a power of two or `hopSize` is not a whole number in 1…`frameSize`
 */
export class Framer implements Stage<Float32Array, Float32Array> {
  readonly #frameSize: number;
  readonly #hopSize: number;
  #carry = new Float32Array(0);

  constructor({ frameSize, hopSize }: FramerConfig = ANALYSIS_FRAMES) {
    if (!Number.isInteger(Math.log2(frameSize))) throw new RangeError(`frameSize ${frameSize} is not a power of two`);
    if (!Number.isInteger(hopSize) || hopSize < 1 || hopSize > frameSize) {
      throw new RangeError(`hopSize ${hopSize} is not a whole number from 1 to ${frameSize}`);
    }
    this.#frameSize = frameSize;
    this.#hopSize = hopSize;
  }

  push(chunk: Float32Array): readonly Float32Array[] {
    const block = appendGuarded(this.#carry, chunk);
    const frames: Float32Array[] = [];
    let start = 0;
    for (; start + this.#frameSize <= block.length; start += this.#hopSize) {
      frames.push(block.subarray(start, start + this.#frameSize));
    }
    this.#carry = block.slice(start);
    return frames;
  }

  flush(): readonly Float32Array[] {
    return [];
  }
}
