import { rm } from 'node:fs/promises';
import type { FileToSave } from '../pages/fileToSave.ts';

/** Files that are kept to be saved; older ones go. */
const mostFiles = 8;

interface MadeFile extends FileToSave {
  /** Calls that something of is in it. */
  readonly callIds: readonly string[];
}

/** Files that were made to be saved, until many others were made or a call in them is erased. */
export class MadeFiles {
  readonly #files = new Map<string, MadeFile>();

  async add(exportId: string, file: MadeFile): Promise<void> {
    this.#files.set(exportId, file);
    for (const [oldId] of [...this.#files].slice(0, -mostFiles)) await this.#remove(oldId);
  }

  get(exportId: string): FileToSave | undefined {
    return this.#files.get(exportId);
  }

  async forget(callIds: readonly string[]): Promise<void> {
    const gone = new Set(callIds);
    for (const [exportId, file] of [...this.#files]) {
      if (file.callIds.some((callId) => gone.has(callId))) await this.#remove(exportId);
    }
  }

  async #remove(exportId: string): Promise<void> {
    const file = this.#files.get(exportId);
    this.#files.delete(exportId);
    if (file) await rm(file.path, { force: true });
  }
}
