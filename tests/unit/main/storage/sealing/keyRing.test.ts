import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeyRing, type KeyRingFiles } from '../../../../../main/storage/sealing/keyRing.ts';
import { keyFileStore } from '../../../../../main/storage/sealing/masterKeyStore.ts';
import { seal, unseal } from '../../../../../main/storage/sealing/sealing.ts';

const masterKey = Buffer.alloc(32, 5);

let folder: string;
let files: KeyRingFiles;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softspoken-keys-'));
  files = { first: join(folder, 'keys.db'), second: join(folder, 'keys-copy.db') };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function withRing<T>(use: (ring: KeyRing) => T): T {
  const ring = KeyRing.open(files, masterKey);
  try {
    return use(ring);
  } finally {
    ring.close();
  }
}

const keyOf = (callId: string) => withRing((ring) => ring.get(callId)?.toString('hex'));

describe('the key ring', () => {
  it('gives each call a key of its own, and the same one at the next start', () => {
    const [one, two] = withRing((ring) => {
      ring.create('one');
      ring.create('two');
      return ['one', 'two'].map((callId) => ring.get(callId)!.toString('hex'));
    });
    expect(one).not.toBe(two);
    expect(keyOf('one')).toBe(one);
  });

  it('destroys a key for good, in both files', async () => {
    withRing((ring) => ring.create('one'));
    const before = await readFile(files.first);
    const wrapped = before.subarray(before.indexOf('one') + 3, before.indexOf('one') + 3 + 60);
    withRing((ring) => ring.destroy('one'));
    expect(keyOf('one')).toBeUndefined();
    for (const path of [files.first, files.second]) expect((await readFile(path)).includes(wrapped)).toBe(false);
  });

  it.each(['first', 'second'] as const)('loses nothing when its %s file is damaged', async (which) => {
    withRing((ring) => ring.create('one'));
    const key = keyOf('one');
    await writeFile(files[which], 'no database at all');
    expect(keyOf('one')).toBe(key);
    // And the damaged file has it again.
    await writeFile(files[which === 'first' ? 'second' : 'first'], 'no database at all');
    expect(keyOf('one')).toBe(key);
  });

  it('opens nothing under another master key', () => {
    withRing((ring) => ring.create('one'));
    const ring = KeyRing.open(files, Buffer.alloc(32, 6));
    expect(ring.get('one')).toBeUndefined();
    ring.close();
  });
});

describe('sealing', () => {
  it('opens to what was sealed, for the same purpose and under the same key alone', () => {
    const key = Buffer.alloc(32, 1);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, purpose) => {
        const sealed = seal(key, bytes, purpose);
        expect(Buffer.compare(unseal(key, sealed, purpose), bytes)).toBe(0);
        expect(() => unseal(key, sealed, `${purpose}!`)).toThrow(/seal/);
        expect(() => unseal(Buffer.alloc(32, 2), sealed, purpose)).toThrow(/seal/);
      }),
    );
  });

  it('notices every flipped bit and every byte cut off', () => {
    const key = Buffer.alloc(32, 1);
    const sealed = seal(key, Buffer.from('soft'), 'test');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => unseal(key, changed, 'test')).toThrow();
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(() => unseal(key, sealed.subarray(0, length), 'test')).toThrow();
    }
  });
});

describe('the key file', () => {
  it('is made once and readable by its user alone', async () => {
    const path = join(folder, 'master.key');
    const key = await keyFileStore(path).masterKey();
    expect(await keyFileStore(path).masterKey()).toEqual(key);
    expect((await stat(path)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
  });
});
