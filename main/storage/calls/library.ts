import type { AppDatabase } from '../appDatabase.ts';
import type { AppPaths } from '../appPaths.ts';
import { Backups } from '../backups.ts';
import { ImportStore } from '../importStore.ts';
import { makePrivateDir } from '../privateDir.ts';
import { KeyRing } from '../sealing/keyRing.ts';
import { CallFiles } from './callFiles.ts';
import { CallStore } from './callStore.ts';

/** The calls and what is kept of them. */
export interface Library {
  readonly store: CallStore;
  readonly files: CallFiles;
  readonly imports: ImportStore;
  /** Undefined where nothing is kept. */
  readonly backups: Backups | undefined;
  close(): void;
}

export async function openLibrary(
  database: AppDatabase,
  paths: Pick<AppPaths, 'callsDir' | 'keyFiles' | 'backupsDir'>,
  masterKey: Uint8Array,
): Promise<Library> {
  await makePrivateDir(paths.callsDir);
  const keys = KeyRing.open(paths.keyFiles, masterKey);
  const files = new CallFiles(paths.callsDir, keys);
  const backups = new Backups(paths.backupsDir);
  const store = new CallStore(database, keys, files, (callIds) => backups.eraseCalls(callIds));
  return { store, files, imports: new ImportStore(database, keys), backups, close: () => keys.close() };
}
