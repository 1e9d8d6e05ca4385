import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWithPassphrase } from '../../../../main/sealing/passphraseSeal.ts';

const words = 'four quiet lighthouses';
const CHUNK = 64 * 1024 + 16;
const HEADER = 70;
const CHUNKS_AT = HEADER + 7;

async function* of(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007);
}
const open = (sealed: Uint8Array, passphrase = words) => buffer(openWithPassphrase(passphrase, of(sealed)));

describe('a file sealed before age was used', () => {
  let sealed: Buffer;
  beforeAll(async () => {
    sealed = await readFile(new URL('../../../fixtures/packs/sealedBeforeAge.softspoken', import.meta.url));
  });
  const changedAt = (at: number) => sealed.with(at, sealed[at]! ^ 1);

  it('opens with its passphrase and no other', async () => {
    const plain = await open(sealed);
    expect(plain.length).toBe(sealed.length - CHUNKS_AT - 3 * 16);
    expect(plain.includes('softspoken.coach-pack/1')).toBe(true);
    await expect(open(sealed, 'another')).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });

  it.each([
    ['its cost', 15],
    ['its salt', 20],
    ['its first chunk', CHUNKS_AT + 5],
    ['the number of a chunk', CHUNKS_AT - 7],
    ['its last byte', -1],
  ])('distinguishes damage to %s from a wrong passphrase', async (_, at) => {
    await expect(open(changedAt(at < 0 ? sealed.length + at : at))).rejects.toMatchObject({ code: 'damaged-file' });
  });

  it('rejects every other length', async () => {
    const lengths = [15, 20, 50, HEADER, CHUNKS_AT, CHUNKS_AT + CHUNK, sealed.length - 1];
    for (const length of lengths) {
      await expect(open(sealed.subarray(0, length)), `${length}`).rejects.toMatchObject({ code: 'damaged-file' });
    }
    await expect(open(Buffer.concat([sealed, Buffer.alloc(1)]))).rejects.toMatchObject({ code: 'damaged-file' });
  });

  it('rejects chunks in another order', async () => {
    const chunk = (i: number) => sealed.subarray(CHUNKS_AT + i * CHUNK, CHUNKS_AT + (i + 1) * CHUNK);
    const swapped = Buffer.concat([sealed.subarray(0, CHUNKS_AT), chunk(1), chunk(0), chunk(2)]);
    await expect(open(swapped)).rejects.toMatchObject({ code: 'damaged-file' });
  });

  it('recognises a newer version', async () => {
    await expect(open(sealed.with(14, 9))).rejects.toMatchObject({ code: 'newer-data' });
  });
});
