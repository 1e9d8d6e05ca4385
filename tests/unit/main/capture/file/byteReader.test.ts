import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '../../../../../main/capture/file/byteReader.ts';
import { memoryStore } from '../../../../support/decodedAudio.ts';

const bytes = Uint8Array.from({ length: 1_000 }, (_, i) => (i * 7) & 0xff);

describe('ByteReader', () => {
  it('returns the same bytes however much it requests from the store at a time, and wherever it is moved', async () => {
    const moves = fc.array(
      fc.record({
        kind: fc.constantFrom('peek' as const, 'take' as const, 'skip' as const, 'seek' as const),
        count: fc.nat(1_200),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2_000 }), moves, async (readBytes, steps) => {
        const reader = new ByteReader(memoryStore(bytes), readBytes);
        let position = 0;
        for (const { kind, count } of steps) {
          if (kind === 'skip') reader.skip(count);
          else if (kind === 'seek') reader.seek(count);
          else expect(await reader[kind](count)).toEqual(bytes.subarray(position, position + count));
          if (kind === 'skip') position += count;
          if (kind === 'seek') position = count;
          if (kind === 'take') position += Math.max(0, Math.min(count, bytes.length - position));
          expect(reader.position).toBe(position);
          expect(reader.remaining).toBe(Math.max(0, bytes.length - position));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('notices that a store is shorter than it claimed', async () => {
    const reader = new ByteReader({ ...memoryStore(bytes), size: 5_000 });
    reader.seek(990);
    expect(await reader.take(100)).toHaveLength(10);
    expect(reader.size).toBe(1_000);
    expect(reader.remaining).toBe(0);
  });

  it('joins short reads', async () => {
    const store = memoryStore(bytes);
    const reader = new ByteReader({ ...store, read: (into, at) => store.read(into.subarray(0, 3), at) });
    expect(await reader.take(500)).toEqual(bytes.subarray(0, 500));
  });

  it('rejects a read size of zero', () => {
    expect(() => new ByteReader(memoryStore(bytes), 0)).toThrow(RangeError);
  });
});
