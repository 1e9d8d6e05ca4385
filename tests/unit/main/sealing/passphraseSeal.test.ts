import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWithPassphrase, sealWithPassphrase } from '../../../../main/sealing/passphraseSeal.ts';

const words = 'caf\u00e9 with seven sugars';
const plain = Buffer.from('what the coach said');

async function* of(...parts: Uint8Array[]) {
  yield* parts;
}
const open = (sealed: Uint8Array, passphrase = words) => buffer(openWithPassphrase(passphrase, of(sealed)));

describe('a file sealed under a passphrase', () => {
  let sealed: Buffer;
  beforeAll(async () => {
    sealed = await buffer(sealWithPassphrase(words, of(plain)));
  });
  const changedAt = (at: number) => {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    return changed;
  };

  it('opens with its passphrase, however the letters are composed', async () => {
    expect(sealed.includes(plain)).toBe(false);
    expect(await open(sealed)).toEqual(plain);
    expect(await open(sealed, words.normalize('NFD'))).toEqual(plain);
  });

  it('says when the passphrase is another', async () => {
    await expect(open(sealed, 'cafe with seven sugars')).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });

  it.each([
    ['its cost', 15],
    ['its salt', 20],
    ['its content', 80],
  ])('tells damage to %s from a wrong passphrase', async (_, at) => {
    await expect(open(changedAt(at))).rejects.toMatchObject({ code: 'damaged-file' });
  });

  it('refuses every cut before asking for work', async () => {
    for (const length of [15, 20, 50]) {
      await expect(open(sealed.subarray(0, length))).rejects.toMatchObject({ code: 'damaged-file' });
    }
    await expect(open(sealed.subarray(0, 5))).rejects.toMatchObject({ code: 'not-sealed' });
  });

  it('knows other files and newer versions', async () => {
    await expect(open(Buffer.from('%PDF-1.7 something else'))).rejects.toMatchObject({ code: 'not-sealed' });
    const newer = Buffer.from(sealed);
    newer[14] = 9;
    await expect(open(newer)).rejects.toMatchObject({ code: 'newer-data' });
  });

  it('needs a passphrase', async () => {
    await expect(buffer(sealWithPassphrase('', of(plain)))).rejects.toThrow(RangeError);
  });
});
