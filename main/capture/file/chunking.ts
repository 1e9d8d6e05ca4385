import { StreamDamage } from './audioTrack.ts';

/**
 * Joins and cuts decoded blocks into chunks of `chunkSamples` samples per channel; only the last one is shorter. Every
 * chunk has plain arrays of its own, so that a consumer may transfer them. NaN and ±Infinity become 0; nothing is
 * clipped. Damage is passed on after the samples before it.
 */
export async function* cutIntoChunks(
  blocks: AsyncIterable<readonly Float32Array[]>,
  channelCount: number,
  chunkSamples: number,
): AsyncGenerator<Float32Array<ArrayBuffer>[], undefined> {
  const newChunk = () => Array.from({ length: channelCount }, () => new Float32Array(chunkSamples));
  let chunk = newChunk();
  let filled = 0;
  let damage: StreamDamage | undefined;
  try {
    for await (const block of blocks) {
      const blockLength = block[0]?.length ?? 0;
      for (let from = 0; from < blockLength; ) {
        const count = Math.min(blockLength - from, chunkSamples - filled);
        for (let channel = 0; channel < channelCount; channel++) {
          copyFinite(block[channel]!.subarray(from, from + count), chunk[channel]!, filled);
        }
        from += count;
        filled += count;
        if (filled === chunkSamples) {
          yield chunk;
          chunk = newChunk();
          filled = 0;
        }
      }
    }
  } catch (error) {
    if (!(error instanceof StreamDamage)) throw error;
    damage = error;
  }
  if (filled > 0) yield chunk.map((samples) => samples.slice(0, filled));
  if (damage) throw damage;
  return undefined;
}

function copyFinite(from: Float32Array, to: Float32Array, offset: number): void {
  to.set(from, offset);
  if (areFinite(from)) return;
  for (let i = 0; i < from.length; i++) if (!Number.isFinite(from[i]!)) to[offset + i] = 0;
}

/** True if every sample is finite: anything else times 0 is not 0. Two sums, so that neither waits for the other. */
function areFinite(samples: Float32Array): boolean {
  let even = 0;
  let odd = 0;
  for (let i = 1; i < samples.length; i += 2) {
    even += samples[i - 1]! * 0;
    odd += samples[i]! * 0;
  }
  const last = samples.at(-1) ?? 0;
  return even + odd + last * 0 === 0;
}
