import type { AppDatabase } from '../appDatabase.ts';
import type { AppPaths } from '../appPaths.ts';
import { Backups } from '../backups.ts';
import type { DiskReserve } from '../diskReserve.ts';
import { ImportStore } from '../importStore.ts';
import { makePrivateDir } from '../privateDir.ts';
import { KeyRing } from '../sealing/keyRing.ts';
import { CallEraser } from './callEraser.ts';
import { CallFiles } from './callFiles.ts';
import { CallList } from './callList.ts';
import { CallReader } from './callReader.ts';
import { CallTexts } from './callTexts.ts';
import { CallWriter } from './callWriter.ts';
import { NotesStore } from './notesStore.ts';

interface LibraryOptions {
  readonly database: AppDatabase;
  readonly keys: KeyRing;
  /** Holds the sealed files of the calls. */
  readonly callsDir: string;
  /** Undefined for a database without backups. */
  readonly backups: Backups | undefined;
  /** Given up when the disk is full. */
  readonly reserve: Pick<DiskReserve, 'backing' | 'release'>;
  /** Name of this run of the app. */
  readonly run: string;
}

/**
 * The calls and everything stored of them: rows, sealed files, notes. Whatever reads, saves or erases a call does it through
 * this object.
 */
export class Library {
  readonly calls: CallList;
  readonly reader: CallReader;
  readonly writer: CallWriter;
  readonly eraser: CallEraser;
  readonly notes: NotesStore;
  readonly imports: ImportStore;
  readonly backups: Backups | undefined;
  readonly #keys: KeyRing;

  constructor({ database, keys, callsDir, backups, reserve, run }: LibraryOptions) {
    const texts = new CallTexts(database, keys);
    const files = new CallFiles(callsDir, keys);
    const calls = new CallList(database, keys, texts);
    const eraser = new CallEraser({ database, keys, texts, files, backups });
    this.calls = calls;
    this.reader = new CallReader(calls, files);
    this.eraser = eraser;
    this.writer = new CallWriter({ database, keys, texts, files, calls, eraser, reserve, run });
    this.notes = new NotesStore(calls, files, this.writer);
    this.imports = new ImportStore(database, keys);
    this.backups = backups;
    this.#keys = keys;
  }

  static async open(
    { callsDir, keyFiles, backupsDir }: Pick<AppPaths, 'callsDir' | 'keyFiles' | 'backupsDir'>,
    {
      masterKey,
      ...options
    }: Pick<LibraryOptions, 'database' | 'reserve' | 'run'> & { readonly masterKey: Uint8Array },
  ): Promise<Library> {
    await makePrivateDir(callsDir);
    const keys = KeyRing.open(keyFiles, masterKey);
    return new Library({ ...options, callsDir, keys, backups: new Backups(backupsDir) });
  }

  /** Forgets the keys; the database is closed by whoever opened it. */
  close(): void {
    this.#keys.close();
  }
}
