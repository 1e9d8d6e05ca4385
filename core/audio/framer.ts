import { FRAME_SAMPLES, HOP_SAMPLES } from '../stream/frameTime.ts';
import type { Stage } from '../stream/stage.ts';
import { appendGuarded } from './sampleGuard.ts';

/**
 * Cuts a PCM stream into the overlapping frames used by all spectral analysis: frame k covers the samples [160 k, 160 k
 * + 512), which is 32 ms every 10 ms at 16 kHz.
 *
 * Chunks may have any length; how the stream was chunked never changes the frames. Non-finite samples become 0, and a
 * trailing partial frame is dropped. Overlapping frames may share memory: read them, do not write to them.
 */
export class Framer implements Stage<Float32Array, Float32Array> {
  #carry = new Float32Array(0);

  push(chunk: Float32Array): readonly Float32Array[] {
    const block = appendGuarded(this.#carry, chunk);
    const frames: Float32Array[] = [];
    let start = 0;
    for (; start + FRAME_SAMPLES <= block.length; start += HOP_SAMPLES) {
      frames.push(block.subarray(start, start + FRAME_SAMPLES));
    }
    this.#carry = block.slice(start);
    return frames;
  }

  flush(): readonly Float32Array[] {
    return [];
  }
}
