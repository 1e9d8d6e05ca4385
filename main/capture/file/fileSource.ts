import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../core/model/appError.ts';
import { StreamDamage } from './audioTrack.ts';
import type { ByteStore } from './byteReader.ts';
import { type FileSource, openDecodedSource } from './decodedSource.ts';

/**
 * Opens a recording in one of the formats of core/model/recordingFormats.ts. It is read as it is pulled, one second at
 * a time; memory does not grow with its length. A truncated recording yields what it has and then `broken`.
 * @param options.fileName the name the user knows the file by, for messages; the file's own name by default
 * @throws {AppError} `file-not-found`, `no-read-permission`, `not-audio`, `empty-audio`, `unsupported-codec` (named),
 *   `unsupported-format`, `truncated-audio` (nothing readable before the end), `cancelled`
 */
export async function openFileSource(
  path: string,
  options: { signal?: AbortSignal; fileName?: string | undefined } = {},
): Promise<FileSource> {
  const fileName = options.fileName ?? basename(path);
  const file = await openRecordingFile(path, fileName);
  return openDecodedSource(file, fileName, options);
}

/**
 * Opens the bytes of a recording.
 * @throws AppError `file-not-found`, `no-read-permission`, `not-audio` for anything but a file
 */
export async function openRecordingFile(path: string, fileName: string): Promise<ByteStore> {
  try {
    // Checked before it is opened: opening a named pipe would wait for its writer.
    const about = await stat(path);
    if (!about.isFile()) {
      const what = about.isDirectory() ? 'a folder' : 'not a file';
      throw new AppError('not-audio', `"${fileName}" is ${what}. Choose one recording.`);
    }
    return new FileStore(await open(path, 'r'), about.size);
  } catch (error) {
    throw asAppError(error, fileName);
  }
}

class FileStore implements ByteStore {
  readonly size: number;
  readonly #file: FileHandle;

  constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.size = size;
  }

  async read(into: Uint8Array, position: number): Promise<number> {
    try {
      return (await this.#file.read(into, 0, into.length, position)).bytesRead;
    } catch (cause) {
      throw new StreamDamage(`the disk cannot be read there (${errorCode(cause)})`, { cause });
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

function asAppError(error: unknown, fileName: string): unknown {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ELOOP':
    case 'ERR_INVALID_ARG_VALUE':
      return new AppError('file-not-found', `There is no file "${fileName}". Check its name and folder.`, {
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
      return new AppError(
        'no-read-permission',
        `You don’t have permission to read "${fileName}". Change its permissions, or copy it to a folder of your own.`,
        { cause: error },
      );
    default:
      return error;
  }
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
