import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AppError } from '../../core/model/appError.ts';
import { ByteQueue, KEY_BYTES, openChunks, SealBroken, sealChunks } from './chunkSeal.ts';

/** Cost of trying one passphrase: 128 MiB and a good part of a second. RFC 7914; OWASP's first choice for scrypt. */
const COST = { logN: 17, r: 8, p: 1 } as const;
/** What a file may ask of the machine that opens it. */
const MOST = { logN: 20, r: 16, p: 4 } as const;
const SALT_BYTES = 16;
const MAGIC = Buffer.from('SoftspokenSeal\x01', 'latin1');
const PARAMETER_BYTES = 3 + SALT_BYTES;
const PROOF_BYTES = 32;
/** Magic with version, parameters, their checksum, and the proof that the passphrase is the one. */
const HEADER_BYTES = MAGIC.length + PARAMETER_BYTES + 4 + PROOF_BYTES;

interface Keys {
  readonly content: Buffer;
  readonly proof: Buffer;
}

/**
 * Seals a stream under a passphrase: scrypt for the key, AES-256-GCM for the content, chunk by chunk. The header is
 * authenticated with every chunk. Two seals of the same content have nothing in common.
 *
 * @throws {RangeError} for an empty passphrase
 */
export async function* sealWithPassphrase(
  passphrase: string,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (passphrase === '') throw new RangeError('an empty passphrase seals nothing');
  const salt = randomBytes(SALT_BYTES);
  const parameters = Buffer.concat([Buffer.from([COST.logN, COST.r, COST.p]), salt]);
  const keys = await keysFor(passphrase, parameters);
  const checked = withChecksum(Buffer.concat([MAGIC, parameters]));
  const header = Buffer.concat([checked, proofOf(keys, checked)]);
  yield header;
  yield* sealChunks(keys.content, header, plain);
}

/**
 * Opens what `sealWithPassphrase` made. Nothing is yielded that was not proved to be what was sealed.
 *
 * @throws {AppError} `not-sealed`, `newer-data`, `wrong-passphrase`, `damaged-file` (also after some of it was yielded)
 */
export async function* openWithPassphrase(
  passphrase: string,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteQueue(sealed);
  const header = await bytes.take(HEADER_BYTES);
  const checked = checkedPart(header);
  const keys = await keysFor(passphrase, checked.subarray(MAGIC.length, MAGIC.length + PARAMETER_BYTES));
  if (!timingSafeEqual(proofOf(keys, checked), header.subarray(checked.length))) {
    throw new AppError('wrong-passphrase', 'The passphrase is not the one of this file. Check it and try again.');
  }
  try {
    yield* openChunks(keys.content, header, bytes.rest());
  } catch (error) {
    if (error instanceof SealBroken) throw damaged(error);
    throw error;
  }
}

/** The part before the proof, once it is known to be whole and within what may be asked. */
function checkedPart(header: Buffer): Buffer {
  const name = MAGIC.subarray(0, -1);
  if (!header.subarray(0, name.length).equals(name)) {
    throw new AppError('not-sealed', 'This is no sealed file of Softspoken. Choose another file.');
  }
  if (header.length > name.length && header[name.length]! > MAGIC[name.length]!) {
    throw new AppError('newer-data', 'This file was made by a newer Softspoken. Update Softspoken and open it again.');
  }
  const checked = header.subarray(0, HEADER_BYTES - PROOF_BYTES);
  const content = checked.subarray(0, -4);
  if (header.length < HEADER_BYTES || !withChecksum(content).equals(checked)) throw damaged();
  const [logN = 0, r = 0, p = 0] = content.subarray(MAGIC.length);
  if (logN < 1 || r < 1 || p < 1 || logN > MOST.logN || r > MOST.r || p > MOST.p) throw damaged();
  return checked;
}

function damaged(cause?: unknown): AppError {
  return new AppError('damaged-file', 'This file is damaged or incomplete. Ask for another copy of it.', { cause });
}

function withChecksum(bytes: Buffer): Buffer {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(bytes));
  return Buffer.concat([bytes, checksum]);
}

function proofOf({ proof }: Keys, checked: Uint8Array): Buffer {
  return createHmac('sha256', proof).update(checked).digest();
}

/** The same words give the same keys, however a keyboard composes their letters. */
function keysFor(passphrase: string, parameters: Buffer): Promise<Keys> {
  const [logN = 0, r = 0, p = 0] = parameters;
  const salt = parameters.subarray(3);
  const options = { N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 2 * KEY_BYTES, options, (error, keys) => {
      if (error) reject(error);
      else resolve({ content: keys.subarray(0, KEY_BYTES), proof: keys.subarray(KEY_BYTES) });
    });
  });
}
