import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteQueue } from '../../../../main/sealing/byteQueue.ts';

describe('a queue of bytes', () => {
  it('returns the bytes in any portions, peeked at before or not, whatever portions they arrived in', async () => {
    const portions = fc.array(fc.uint8Array({ maxLength: 9 }));
    const takes = fc.array(fc.record({ count: fc.nat(12), isPeeked: fc.boolean() }));
    await fc.assert(
      fc.asyncProperty(portions, takes, async (given, asked) => {
        const all = Buffer.concat(given);
        const queue = new ByteQueue(
          (async function* () {
            yield* given;
          })(),
        );
        let at = 0;
        for (const { count, isPeeked } of asked) {
          const expected = all.subarray(at, at + count);
          if (isPeeked) expect(await queue.peek(count)).toEqual(expected);
          expect(await queue.take(count)).toEqual(expected);
          at += expected.length;
        }
        expect(await buffer(queue.rest())).toEqual(all.subarray(at));
      }),
    );
  });
});
