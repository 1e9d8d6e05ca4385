import type { AppDatabase } from '../appDatabase.ts';
import type { AppPaths } from '../appPaths.ts';
import { makePrivateDir } from '../privateDir.ts';
import { KeyRing } from '../sealing/keyRing.ts';
import { CallFiles } from './callFiles.ts';
import { CallStore } from './callStore.ts';

/** The calls and what is kept of them. */
export interface Library {
  readonly store: CallStore;
  readonly files: CallFiles;
  close(): void;
}

export async function openLibrary(
  database: AppDatabase,
  paths: Pick<AppPaths, 'callsDir' | 'keyFiles'>,
  masterKey: Uint8Array,
): Promise<Library> {
  await makePrivateDir(paths.callsDir);
  const keys = KeyRing.open(paths.keyFiles, masterKey);
  const files = new CallFiles(paths.callsDir, keys);
  return { store: new CallStore(database, keys, files), files, close: () => keys.close() };
}
