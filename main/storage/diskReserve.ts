import { rmSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { sqliteErrorCode, systemErrorCode } from '../errorCodes.ts';
import { ifThere } from './ifThere.ts';

/** Enough for what ends a call: a long call's report and peaks, and the database's own writes. */
const usualBytes = 16 * 1024 ** 2;

/** A file that is given up when the disk is full, so that the call that runs can be brought to its end. */
export class DiskReserve {
  readonly #path: string;
  readonly #onUsed: () => void;

  private constructor(path: string, onUsed: () => void) {
    this.#path = path;
    this.#onUsed = onUsed;
  }

  /** Makes the reserve unless it is there; a disk with no room for it has none. @param onUsed told when it is given up */
  static async make(path: string, onUsed: () => void, sizeBytes = usualBytes): Promise<DiskReserve> {
    const size = (await ifThere(stat(path)))?.size ?? 0;
    if (size < sizeBytes) await fill(path, sizeBytes);
    return new DiskReserve(path, onUsed);
  }

  /** Does a task; where the disk is full, gives the reserve up and does it again. */
  async backing<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      this.release();
      return task();
    }
  }

  release(): void {
    rmSync(this.#path, { force: true });
    this.#onUsed();
  }
}

/** ENOSPC and EDQUOT of the file system, SQLITE_FULL of the database, and EFBIG where a limit stands in for a full disk. */
export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(systemErrorCode(error) ?? '') || sqliteErrorCode(error) === 13;
}

/** Written, not just made long: a file of holes holds no room. */
async function fill(path: string, sizeBytes: number): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(Buffer.alloc(sizeBytes));
    await file.sync();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    rmSync(path, { force: true });
  } finally {
    await file.close();
  }
}
