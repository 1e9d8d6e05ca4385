/** 80 dB over full scale. A larger sample is corrupt, and its square would overflow 32-bit sums. */
const LARGEST_SAMPLE = 1e4;

/** Returns the sample, or 0 if it is not finite or implausibly large. */
export function guardSample(sample: number): number {
  return Math.abs(sample) <= LARGEST_SAMPLE ? sample : 0;
}

/** Returns a new array of `carry` followed by the guarded samples of `chunk`. */
export function appendGuarded(carry: Float32Array, chunk: Float32Array): Float32Array {
  const block = new Float32Array(carry.length + chunk.length);
  block.set(carry);
  for (let i = 0; i < chunk.length; i++) block[carry.length + i] = guardSample(chunk[i]!);
  return block;
}
