import { type FileHandle, open, rm } from 'node:fs/promises';
import { AppError } from '../../../core/model/appError.ts';
import { systemErrorCode } from '../../errorCodes.ts';

/** A file on its way from a page into this run's private folder. */
export class Upload {
  readonly name: string;
  readonly path: string;
  /** Resolves when every byte is on disk; rejects with an AppError if the upload is dropped. */
  readonly completed: Promise<void>;
  readonly #sizeBytes: number;
  readonly #file: FileHandle;
  #receivedBytes = 0;
  #state: 'open' | 'complete' | 'dropped' = 'open';
  #complete!: () => void;
  #fail!: (error: AppError) => void;

  private constructor(name: string, path: string, sizeBytes: number, file: FileHandle) {
    this.name = name;
    this.path = path;
    this.#sizeBytes = sizeBytes;
    this.#file = file;
    this.completed = new Promise((resolve, reject) => {
      this.#complete = resolve;
      this.#fail = reject;
    });
    // An upload that nobody waits for may still be dropped.
    this.completed.catch(() => {});
  }

  static async begin(options: { name: string; path: string; sizeBytes: number }): Promise<Upload> {
    const file = await open(options.path, 'wx', 0o600);
    return new Upload(options.name, options.path, options.sizeBytes, file);
  }

  get isComplete(): boolean {
    return this.#state === 'complete';
  }

  /** Appends bytes. Calls must not overlap. @throws AppError `too-large`, `disk-full`, `no-such-upload` */
  async write(bytes: Uint8Array): Promise<void> {
    if (this.#state !== 'open') throw droppedError();
    if (this.#receivedBytes + bytes.length > this.#sizeBytes) {
      throw new AppError(
        'too-large',
        'The file grew while it was read. Wait until it is finished, then open it again.',
      );
    }
    try {
      await this.#file.writeFile(bytes);
    } catch (error) {
      if (systemErrorCode(error) !== 'ENOSPC') throw error;
      throw new AppError(
        'disk-full',
        'There is not enough free disk space for this recording. Make room, then open it again.',
        {
          cause: error,
        },
      );
    }
    this.#receivedBytes += bytes.length;
  }

  /** Completes the upload. @throws AppError `no-such-upload` if bytes are missing */
  async finish(): Promise<void> {
    if (this.#state !== 'open' || this.#receivedBytes !== this.#sizeBytes) throw droppedError();
    await this.#file.close();
    this.#state = 'complete';
    this.#complete();
  }

  /** Erases the bytes received. Anyone waiting for the upload gets the reason. */
  async drop(reason: AppError = droppedError()): Promise<void> {
    if (this.#state === 'open') await this.#file.close();
    this.#state = 'dropped';
    this.#fail(reason);
    await rm(this.path, { force: true });
  }
}

function droppedError(): AppError {
  return new AppError('no-such-upload', 'The recording did not arrive completely. Open it again.');
}
