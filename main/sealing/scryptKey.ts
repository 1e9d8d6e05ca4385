import { scrypt } from 'node:crypto';

/** Resources that a sealed file requires of the machine that opens it (RFC 7914): 128 · r · 2^logN bytes of memory. */
export interface ScryptCost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/**
 * Derives a key from a passphrase, off the main thread. The way a keyboard composes its letters makes no difference.
 */
export function scryptKey(passphrase: string, salt: Uint8Array, cost: ScryptCost, length: number): Promise<Buffer> {
  const { logN, r, p } = cost;
  const options = { N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, length, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
