import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StreamDamage } from '../../../../../main/capture/file/audioTrack.ts';
import { cutIntoChunks } from '../../../../../main/capture/file/chunking.ts';

async function* blocksOf(lengths: readonly number[], damage?: Error) {
  let value = 0;
  for (const length of lengths) {
    const samples = Float32Array.from({ length }, () => value++);
    yield [samples, samples.map((sample) => -sample)];
  }
  if (damage) throw damage;
}

async function collect(lengths: readonly number[], chunkSamples: number) {
  const chunks: Float32Array[][] = [];
  for await (const chunk of cutIntoChunks(blocksOf(lengths), 2, chunkSamples)) chunks.push(chunk);
  return chunks;
}

describe('cutIntoChunks', () => {
  it('keeps every sample in order in chunks of equal length, whatever the blocks were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40)), fc.integer({ min: 1, max: 30 }), async (lengths, chunkSamples) => {
        const total = lengths.reduce((sum, length) => sum + length, 0);
        const chunks = await collect(lengths, chunkSamples);
        expect(chunks.flatMap(([left]) => [...left!])).toEqual(Array.from({ length: total }, (_, i) => i));
        expect(chunks.slice(0, -1).every(([left]) => left!.length === chunkSamples)).toBe(true);
        expect(chunks.every(([left, right]) => right!.every((sample, i) => sample === -left![i]!))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('yields arrays with separate buffers, so that they can be transferred', async () => {
    for (const chunk of await collect([10, 7, 3], 6)) {
      for (const samples of chunk) expect(samples.buffer.byteLength).toBe(samples.byteLength);
      structuredClone(chunk, { transfer: chunk.map((samples) => samples.buffer as ArrayBuffer) });
      expect(chunk[0]).toHaveLength(0);
    }
  });

  it('turns NaN and infinities into 0 and leaves values beyond full scale unchanged', async () => {
    async function* blocks() {
      yield [Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2.5, -3)];
    }
    const { value } = await cutIntoChunks(blocks(), 1, 10).next();
    expect(value).toEqual([Float32Array.of(0, 0, 0, 2.5, -3)]);
  });

  it('yields what came before damage, then the damage', async () => {
    const chunks = cutIntoChunks(blocksOf([5, 4], new StreamDamage('it ends')), 2, 6);
    expect((await chunks.next()).value?.[0]).toHaveLength(6);
    expect((await chunks.next()).value?.[0]).toHaveLength(3);
    await expect(chunks.next()).rejects.toThrow('it ends');
  });
});
