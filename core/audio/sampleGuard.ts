/** No sound reaches 80 dB over full scale; beyond it a sample is corrupt, and its square would overflow 32-bit sums. */
const LARGEST_SAMPLE = 1e4;

/** One sample as analysis may use it: what is not a finite, plausible number (NaN, ±Infinity, corrupt) counts as 0. */
export function guardSample(sample: number): number {
  return Math.abs(sample) <= LARGEST_SAMPLE ? sample : 0;
}

/** `carry` followed by the guarded samples of `chunk`, in a new array. */
export function appendGuarded(carry: Float32Array, chunk: Float32Array): Float32Array {
  const block = new Float32Array(carry.length + chunk.length);
  block.set(carry);
  for (let i = 0; i < chunk.length; i++) block[carry.length + i] = guardSample(chunk[i]!);
  return block;
}
