import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { BrokenSealError, KEY_BYTES, seal, unseal } from './sealing.ts';

const deriveKey = promisify<string, Uint8Array, number, ScryptOptions, Buffer>(scrypt);

const MAGIC = Buffer.from('SSPASS1\n', 'latin1');
const SALT_BYTES = 16;
const HEADER_BYTES = MAGIC.length + SALT_BYTES;
/** 128 MiB and about half a second a guess (OWASP asks for N = 2^17, r = 8, p = 1). */
const cost: ScryptOptions = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1024 ** 2 };

/**
 * Seals bytes with a passphrase, for what leaves this installation.
 *
 * @param purpose as in `seal`
 * @returns magic (8 bytes), salt (16 bytes), sealed bytes
 */
export async function sealWithPassphrase(passphrase: string, bytes: Uint8Array, purpose: string): Promise<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  return Buffer.concat([MAGIC, salt, seal(await keyFrom(passphrase, salt), bytes, purpose)]);
}

/** @throws BrokenSealError where the passphrase is another one, or the bytes were changed or are nothing of ours */
export async function unsealWithPassphrase(passphrase: string, sealed: Uint8Array, purpose: string): Promise<Buffer> {
  if (!MAGIC.equals(sealed.subarray(0, MAGIC.length))) throw new BrokenSealError('not sealed with a passphrase');
  const salt = sealed.subarray(MAGIC.length, HEADER_BYTES);
  return unseal(await keyFrom(passphrase, salt), sealed.subarray(HEADER_BYTES), purpose);
}

/** The same passphrase typed on another system may come in another Unicode form. */
function keyFrom(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return deriveKey(passphrase.normalize('NFKC'), salt, KEY_BYTES, cost);
}
