import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openChunks, SealBroken, sealChunks } from '../../../../main/sealing/chunkSeal.ts';

const key = new Uint8Array(32).fill(7);
const context = new TextEncoder().encode('call 12');
const CHUNK = 64 * 1024;
const SEALED_CHUNK = CHUNK + 16;

async function* inPortions(bytes: Uint8Array, size = 10_007) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const seal = (bytes: Uint8Array) => buffer(sealChunks(key, context, inPortions(bytes)));
const open = (sealed: Uint8Array, size?: number) => buffer(openChunks(key, context, inPortions(sealed, size)));

describe('a stream sealed in chunks', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])('of %i bytes opens to what it was', async (length) => {
    const plain = randomBytes(length);
    const sealed = await seal(plain);
    expect((await open(sealed)).equals(plain)).toBe(true);
    expect((await open(sealed, 7 * SEALED_CHUNK)).equals(plain)).toBe(true);
  });

  it('refuses every changed byte', async () => {
    const sealed = await seal(randomBytes(CHUNK + 100));
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(sealed);
        changed[at]! ^= change;
        await expect(open(changed)).rejects.toThrow(SealBroken);
      }),
    );
  });

  it('refuses every length but its own', async () => {
    const sealed = await seal(randomBytes(2 * CHUNK));
    const lengths = [0, 3, 7, 8, 22, 23, 7 + SEALED_CHUNK, sealed.length - 1];
    for (const length of lengths)
      await expect(open(sealed.subarray(0, length)), `${length}`).rejects.toThrow(SealBroken);
    await expect(open(Buffer.concat([sealed, Buffer.from([0])]))).rejects.toThrow(SealBroken);
  });

  it('refuses chunks in another order, and another context', async () => {
    const sealed = await seal(randomBytes(3 * CHUNK));
    const chunk = (i: number) => sealed.subarray(7 + i * SEALED_CHUNK, 7 + (i + 1) * SEALED_CHUNK);
    const swapped = Buffer.concat([sealed.subarray(0, 7), chunk(1), chunk(0), chunk(2)]);
    await expect(open(swapped)).rejects.toThrow(SealBroken);
    const other = new TextEncoder().encode('call 13');
    await expect(buffer(openChunks(key, other, inPortions(sealed)))).rejects.toThrow(SealBroken);
  });
});
