import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AppError } from '../../../core/model/appError.ts';
import { writeFileDurably } from '../durableFile.ts';
import { ifThere } from '../ifThere.ts';
import { KEY_BYTES } from './sealing.ts';

/** Where the one key is kept under which every call's key is wrapped. */
export interface MasterKeyStore {
  /**
   * How well it is kept: `system` by the user's keychain, `file` by file permissions alone, `obscured` where the system
   * has no keychain and hides it without protecting it.
   */
  readonly protection: 'system' | 'file' | 'obscured';
  /** The key, made on the first call. @throws AppError `key-lost` where there was one that cannot be had any more */
  masterKey(): Promise<Buffer>;
}

/** Keeps the master key in a file that only this user can read (mode 0600). */
export function keyFileStore(path: string): MasterKeyStore {
  return {
    protection: 'file',
    masterKey: () =>
      storedKey(path, {
        wrap: (key) => key,
        unwrap: (bytes) => bytes,
      }),
  };
}

/**
 * The master key in a file, in whatever wrapping.
 *
 * @throws AppError `key-lost` where what the file holds is no key
 */
export async function storedKey(
  path: string,
  wrapping: { wrap(key: Buffer): Buffer; unwrap(bytes: Buffer): Buffer },
): Promise<Buffer> {
  const stored = await ifThere(readFile(path));
  if (!stored) {
    const key = randomBytes(KEY_BYTES);
    await writeFileDurably(path, wrapping.wrap(key));
    return key;
  }
  try {
    const key = wrapping.unwrap(stored);
    if (key.length === KEY_BYTES) return key;
  } catch (cause) {
    throw keyLost(cause);
  }
  throw keyLost();
}

function keyLost(cause?: unknown): AppError {
  return new AppError(
    'key-lost',
    'The key to your stored calls cannot be read. Sign in as the user who made them, or restore the master.key file.',
    { cause },
  );
}
