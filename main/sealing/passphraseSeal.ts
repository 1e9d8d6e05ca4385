import { ReadableStream } from 'node:stream/web';
import { AppError } from '../../core/model/appError.ts';
import { ByteQueue } from './byteQueue.ts';
import { damagedSeal, newerSeal } from './sealError.ts';
import { isSealedBeforeAge, openSealedBeforeAge } from './sealedBeforeAge.ts';

const FORMAT = 'age-encryption.org/';
const FIRST_LINE = `${FORMAT}v1\n`;
/** A header with one passphrase has about 160 bytes; a longer one is rejected. */
const MOST_HEADER_BYTES = 1024;

/** Loaded with the first sealed file, because it costs every start 90 ms of processor time and 16 MB otherwise. */
const loadAge = () => import('./agePassphrase.ts');

/**
 * Seals a stream under a passphrase as an age file (https://age-encryption.org/v1), which the `age` program opens too.
 * Neither end holds the whole stream.
 * @throws {RangeError} for an empty passphrase
 */
export async function* sealWithPassphrase(
  passphrase: string,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (passphrase === '') throw new RangeError('an empty passphrase protects nothing');
  const { ageEncrypter } = await loadAge();
  yield* await ageEncrypter(passphrase).encrypt(ReadableStream.from(plain));
}

/**
 * Opens what `sealWithPassphrase` makes, and files sealed before age was used. Nothing is yielded before it is
 * authenticated.
 * @throws {AppError} `not-sealed`, `newer-data`, `wrong-passphrase`, `damaged-file` (possibly after part of it was
 *   yielded)
 */
export async function* openWithPassphrase(
  passphrase: string,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteQueue(sealed);
  const head = (await bytes.peek(MOST_HEADER_BYTES)).toString('latin1');
  if (isSealedBeforeAge(head)) {
    yield* openSealedBeforeAge(passphrase, bytes);
    return;
  }
  if (!head.startsWith(FORMAT)) {
    throw new AppError('not-sealed', 'This is not a sealed Softspoken file. Choose another file.');
  }
  if (/^v([2-9]|\d\d+)\n/.test(head.slice(FORMAT.length))) throw newerSeal();
  if (!head.startsWith(FIRST_LINE) || !head.includes('\n--- ')) throw damagedSeal();
  const { ageDecrypter } = await loadAge();
  try {
    yield* await ageDecrypter(passphrase).decrypt(ReadableStream.from(bytes.rest()));
  } catch (error) {
    throw error instanceof AppError ? error : damagedSeal(error);
  }
}
