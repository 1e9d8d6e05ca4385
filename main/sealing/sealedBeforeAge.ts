import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ByteQueue } from './byteQueue.ts';
import { scryptKey } from './scryptKey.ts';
import { damagedSeal, newerSeal, wrongPassphrase } from './sealError.ts';

const NAME = 'SoftspokenSeal';
const VERSION = 1;
/** The highest cost that a file may require of the machine that opens it. */
const MOST = { logN: 20, r: 16, p: 4 } as const;
const PARAMETERS_AT = NAME.length + 1;
const SALT_AT = PARAMETERS_AT + 3;
const CHECKSUM_AT = SALT_AT + 16;
const PROOF_AT = CHECKSUM_AT + 4;
const HEADER_BYTES = PROOF_AT + 32;
const KEY_BYTES = 32;
const PREFIX_BYTES = 7;
const TAG_BYTES = 16;
const SEALED_CHUNK_BYTES = 64 * 1024 + TAG_BYTES;

/** @param head the first bytes of a file as Latin-1 */
export function isSealedBeforeAge(head: string): boolean {
  return head.startsWith(NAME);
}

/**
 * Opens a file in the format of our own that sealed coach packs up to version 0.1: name and version, the cost of scrypt
 * (log₂ N, r, p) and its salt, their CRC-32, a proof of the passphrase (HMAC-SHA256), then chunks of 64 KiB under
 * AES-256-GCM with 7 random bytes, the number of the chunk and a mark of the last one as nonce (STREAM).
 * @throws {AppError} `newer-data`, `wrong-passphrase`, `damaged-file` (possibly after part of it was yielded)
 */
export async function* openSealedBeforeAge(passphrase: string, bytes: ByteQueue): AsyncGenerator<Uint8Array> {
  const header = await bytes.take(HEADER_BYTES);
  if ((header[NAME.length] ?? 0) > VERSION) throw newerSeal();
  if (header.length < HEADER_BYTES || crc32(header.subarray(0, CHECKSUM_AT)) !== header.readUInt32BE(CHECKSUM_AT)) {
    throw damagedSeal();
  }
  const [logN = 0, r = 0, p = 0] = header.subarray(PARAMETERS_AT);
  if (logN < 1 || r < 1 || p < 1 || logN > MOST.logN || r > MOST.r || p > MOST.p) throw damagedSeal();
  const keys = await scryptKey(passphrase, header.subarray(SALT_AT, CHECKSUM_AT), { logN, r, p }, 2 * KEY_BYTES);
  const proof = createHmac('sha256', keys.subarray(KEY_BYTES)).update(header.subarray(0, PROOF_AT)).digest();
  if (!timingSafeEqual(proof, header.subarray(PROOF_AT))) throw wrongPassphrase();

  const prefix = await bytes.take(PREFIX_BYTES);
  for (let index = 0, isLast = false; !isLast; index++) {
    const sealed = await bytes.take(SEALED_CHUNK_BYTES);
    isLast = (await bytes.peek(1)).length === 0;
    if (prefix.length < PREFIX_BYTES || sealed.length < TAG_BYTES) throw damagedSeal();
    const nonce = Buffer.alloc(12);
    nonce.set(prefix);
    nonce.writeUInt32BE(index, PREFIX_BYTES);
    nonce[11] = isLast ? 1 : 0;
    const decipher = createDecipheriv('aes-256-gcm', keys.subarray(0, KEY_BYTES), nonce);
    decipher.setAAD(header);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const plain = decipher.update(sealed.subarray(0, -TAG_BYTES));
    try {
      decipher.final();
    } catch (cause) {
      throw damagedSeal(cause);
    }
    yield plain;
  }
}
