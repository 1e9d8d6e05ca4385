import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Decrypter, Encrypter } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../../core/model/appError.ts';
import { openWithPassphrase, sealWithPassphrase } from '../../../../main/sealing/passphraseSeal.ts';

const words = 'caf\u00e9 with seven sugars';
const CHUNK = 64 * 1024;
const plain = randomBytes(CHUNK + 100);

async function* inPortions(bytes: Uint8Array, size = 10_007) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const seal = (bytes: Uint8Array) => buffer(sealWithPassphrase(words, inPortions(bytes)));
const open = (sealed: Uint8Array, passphrase = words) => buffer(openWithPassphrase(passphrase, inPortions(sealed)));

describe('a file sealed under a passphrase', () => {
  let sealed: Buffer;
  let payloadAt: number;
  beforeAll(async () => {
    sealed = await seal(plain);
    payloadAt = sealed.indexOf('\n', sealed.indexOf('\n--- ') + 1) + 1;
  });
  const changedAt = (at: number) => sealed.with(at, sealed[at]! ^ 1);

  it('opens with its passphrase, however the letters are composed', async () => {
    expect((await open(sealed)).equals(plain)).toBe(true);
    expect((await open(sealed, words.normalize('NFD'))).equals(plain)).toBe(true);
  });

  it.each([0, CHUNK])('of %i bytes opens to its original content', async (length) => {
    const content = plain.subarray(0, length);
    expect((await open(await seal(content))).equals(content)).toBe(true);
  });

  it('is a file of the age format, both ways', async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(words);
    expect(Buffer.from(await decrypter.decrypt(sealed)).equals(plain)).toBe(true);
    const encrypter = new Encrypter();
    encrypter.setPassphrase(words);
    encrypter.setScryptWorkFactor(10);
    expect((await open(await encrypter.encrypt(plain))).equals(plain)).toBe(true);
  });

  it('reports a wrong passphrase', async () => {
    await expect(open(sealed, 'cafe with seven sugars')).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });

  it('distinguishes damage from a wrong passphrase', async () => {
    const places = [20, payloadAt - 5, payloadAt, payloadAt + 20, payloadAt + CHUNK, sealed.length - 1];
    for (const at of places) {
      await expect(open(changedAt(at)), `${at}`).rejects.toMatchObject({ code: 'damaged-file' });
    }
  });

  it('rejects every other length', async () => {
    const wholeChunk = payloadAt + 16 + CHUNK + 16;
    for (const length of [25, payloadAt, payloadAt + 10, payloadAt + 16, wholeChunk, sealed.length - 1]) {
      await expect(open(sealed.subarray(0, length)), `${length}`).rejects.toMatchObject({ code: 'damaged-file' });
    }
    await expect(open(Buffer.concat([sealed, Buffer.alloc(1)]))).rejects.toMatchObject({ code: 'damaged-file' });
    await expect(open(sealed.subarray(0, 5))).rejects.toMatchObject({ code: 'not-sealed' });
  });

  it('rejects a header that asks for too much, before it does any work', async () => {
    const costly = Buffer.from(sealed.toString('latin1').replace(/^(-> scrypt \S+) 17$/m, '$1 30'), 'latin1');
    await expect(open(costly)).rejects.toMatchObject({ code: 'damaged-file' });
    const endless = Buffer.concat([sealed.subarray(0, 22), Buffer.alloc(CHUNK, '-')]);
    await expect(open(endless)).rejects.toMatchObject({ code: 'damaged-file' });
  });

  it('recognises other files and newer versions', async () => {
    await expect(open(Buffer.from('%PDF-1.7 something else'))).rejects.toMatchObject({ code: 'not-sealed' });
    const newer = Buffer.from('age-encryption.org/v2\n-> argon2 \n--- ');
    await expect(open(newer)).rejects.toMatchObject({ code: 'newer-data' });
  });

  it('ends with the error of what it reads', async () => {
    const gone = new AppError('file-not-found', 'It is gone.');
    const failing = async function* (bytes: Uint8Array) {
      yield bytes;
      throw gone;
    };
    await expect(buffer(sealWithPassphrase(words, failing(plain)))).rejects.toBe(gone);
    await expect(buffer(openWithPassphrase(words, failing(sealed.subarray(0, CHUNK))))).rejects.toBe(gone);
  });

  it('needs a passphrase', async () => {
    await expect(buffer(sealWithPassphrase('', inPortions(plain)))).rejects.toThrow(RangeError);
  });
});
