import { z } from 'zod';
import { type ImportFailure, type ImportRequest, importRequestSchema } from '../../contract/importContract.ts';
import { type AppErrorData, appErrorDataSchema } from '../../core/model/appError.ts';
import type { AppDatabase } from './appDatabase.ts';
import { bytesColumn, flagColumn } from './columns.ts';
import type { KeyRing } from './sealing/keyRing.ts';
import { BrokenSealError, seal, unseal } from './sealing/sealing.ts';

/** A file found for an import. */
export interface FoundRecording {
  readonly path: string;
  /** What the library calls it. */
  readonly name: string;
  readonly sizeBytes: number;
  /** Moment it was last written to, in milliseconds since 1970. */
  readonly writtenAtMs: number;
}

/** A file that is still to be imported. */
export interface WaitingItem {
  readonly itemId: number;
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
}

export interface StoredImport {
  readonly importId: string;
  readonly request: ImportRequest;
  readonly paused: boolean;
  /** The run of the app that works on it. */
  readonly run: string;
}

export interface ImportCounts {
  readonly total: number;
  readonly done: number;
  readonly duplicates: number;
  readonly failed: number;
  readonly waitingBytes: number;
}

const itemTextSchema = z.object({ path: z.string(), name: z.string(), error: appErrorDataSchema.optional() });
type ItemText = z.infer<typeof itemTextSchema>;

const importRow = z.object({ id: z.string(), run: z.string(), paused: flagColumn, text: bytesColumn });
const countRow = z.object({ state: z.string(), count: z.number(), bytes: z.number() });
const waitingRow = z.object({ id: z.number(), bytes: z.number(), text: bytesColumn });
const failedRow = z.object({ text: bytesColumn });
const fileRow = z.object({ file: z.string() });

/**
 * Imports and their files. Paths and names are personal: they are sealed with a key of the import, and a file's are erased once
 * it is in the library; what remains of it is a fingerprint by which a watched folder's file is known again.
 *
 * Synchronous, as `CallStore`, and in the same database: one transaction can complete a call and its item.
 */
export class ImportStore {
  readonly #database: AppDatabase;
  readonly #keys: KeyRing;

  constructor(database: AppDatabase, keys: KeyRing) {
    this.#database = database;
    this.#keys = keys;
  }

  add(importId: string, request: ImportRequest, files: readonly FoundRecording[], run: string): void {
    this.#keys.create(importId);
    this.#database.transaction(() => {
      const text = this.#seal(importId, request);
      this.#database.run('INSERT INTO import (id, run, paused, text) VALUES (?, ?, 0, ?)', importId, run, text);
      this.#insertItems(importId, files);
    });
  }

  addItems(importId: string, files: readonly FoundRecording[]): void {
    this.#database.transaction(() => this.#insertItems(importId, files));
  }

  /** The oldest first. One whose key is lost is not among them: nobody can say any more what it was to import. */
  list(): StoredImport[] {
    return this.#database
      .rows(importRow, 'SELECT id, run, paused, text FROM import ORDER BY rowid')
      .flatMap(({ id, run, paused, text }) => {
        const request = this.#open(id, text, importRequestSchema);
        return request ? [{ importId: id, request, paused, run }] : [];
      });
  }

  counts(importId: string): ImportCounts {
    const query =
      'SELECT state, count(*) AS count, sum(bytes) AS bytes FROM import_item WHERE import = ? GROUP BY state';
    const rows = this.#database.rows(countRow, query, importId);
    const of = (state: string, column: 'count' | 'bytes') => rows.find((row) => row.state === state)?.[column] ?? 0;
    return {
      total: rows.reduce((sum, { count }) => sum + count, 0),
      done: of('done', 'count'),
      duplicates: of('duplicate', 'count'),
      failed: of('failed', 'count'),
      waitingBytes: of('waiting', 'bytes'),
    };
  }

  /** The first file that waits and is none of `except`. */
  next(importId: string, except: ReadonlySet<number>): WaitingItem | undefined {
    const query = "SELECT id, bytes, text FROM import_item WHERE import = ? AND state = 'waiting' ORDER BY id LIMIT ?";
    for (const { id, bytes, text: sealed } of this.#database.rows(waitingRow, query, importId, except.size + 1)) {
      if (except.has(id)) continue;
      const text = this.#open(importId, sealed, itemTextSchema);
      if (text) return { itemId: id, path: text.path, name: text.name, sizeBytes: bytes };
    }
    return undefined;
  }

  /** The file is in the library now, or was before. */
  settle(itemId: number, state: 'done' | 'duplicate'): void {
    this.#database.run('UPDATE import_item SET state = ?, text = NULL WHERE id = ?', state, itemId);
  }

  fail(importId: string, { itemId, path, name }: WaitingItem, error: AppErrorData): void {
    const text = this.#seal(importId, { path, name, error } satisfies ItemText);
    this.#database.run("UPDATE import_item SET state = 'failed', text = ? WHERE id = ?", text, itemId);
  }

  failures(importId: string, limit: number): ImportFailure[] {
    const query = "SELECT text FROM import_item WHERE import = ? AND state = 'failed' ORDER BY id LIMIT ?";
    return this.#database.rows(failedRow, query, importId, limit).flatMap((row) => {
      const text = this.#open(importId, row.text, itemTextSchema);
      return text?.error ? [{ name: text.name, error: text.error }] : [];
    });
  }

  /** Whether the import has had this file as it is now, whatever came of it. */
  knows(importId: string): (file: FoundRecording) => boolean {
    const rows = this.#database.rows(fileRow, 'SELECT file FROM import_item WHERE import = ?', importId);
    const known = new Set(rows.map(({ file }) => file));
    return (file) => known.has(this.#fingerprint(file));
  }

  setPaused(importId: string, paused: boolean): void {
    this.#database.run('UPDATE import SET paused = ? WHERE id = ?', Number(paused), importId);
  }

  setRun(importId: string, run: string): void {
    this.#database.run('UPDATE import SET run = ? WHERE id = ?', run, importId);
  }

  remove(importId: string): void {
    this.#keys.destroy(importId);
    this.#database.transaction(() => {
      this.#database.run('DELETE FROM import_item WHERE import = ?', importId);
      this.#database.run('DELETE FROM import WHERE id = ?', importId);
    });
  }

  #insertItems(importId: string, files: readonly FoundRecording[]): void {
    for (const file of files) {
      const { path, name, sizeBytes } = file;
      this.#database.run(
        "INSERT INTO import_item (import, file, state, bytes, text) VALUES (?, ?, 'waiting', ?, ?)",
        importId,
        this.#fingerprint(file),
        sizeBytes,
        this.#seal(importId, { path, name } satisfies ItemText),
      );
    }
  }

  #fingerprint({ path, sizeBytes, writtenAtMs }: FoundRecording): string {
    return this.#keys.fingerprint(Buffer.from(JSON.stringify([path, sizeBytes, writtenAtMs])));
  }

  #seal(importId: string, text: unknown): Buffer {
    const key = this.#keys.get(importId);
    if (!key) throw new BrokenSealError('the key of this import is gone');
    return seal(key, Buffer.from(JSON.stringify(text)), purpose(importId));
  }

  /** Undefined where the key is gone or the bytes are damaged. */
  #open<T>(importId: string, sealed: Uint8Array, schema: z.ZodType<T>): T | undefined {
    const key = this.#keys.get(importId);
    if (!key) return undefined;
    try {
      return schema.parse(JSON.parse(unseal(key, sealed, purpose(importId)).toString('utf8')));
    } catch (error) {
      if (error instanceof BrokenSealError) return undefined;
      throw error;
    }
  }
}

function purpose(importId: string): string {
  return `text of import ${importId}`;
}
