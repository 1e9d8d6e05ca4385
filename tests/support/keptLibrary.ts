import { systemClock } from '../../main/clock.ts';
import { type AppPaths, appPaths } from '../../main/storage/appPaths.ts';
import { Library } from '../../main/storage/calls/library.ts';
import { openDatabase } from '../../main/storage/damage/openDatabase.ts';
import { DiskReserve } from '../../main/storage/diskReserve.ts';
import { keyFileStore } from '../../main/storage/sealing/masterKeyStore.ts';
import { type LibraryCallOptions, saveLibraryCall } from './libraryCall.ts';

export type KeptCall = Omit<LibraryCallOptions, 'dir'> & { readonly callId: string };

/** Fills a data folder with made-up calls before an app starts. They are from today by default; old ones are erased. */
export async function keepLibrary(dataDir: string, kept: readonly KeptCall[]): Promise<AppPaths> {
  const paths = appPaths({ SOFTSPOKEN_DATA_DIR: dataDir });
  const opening = { backups: [], damagedDir: paths.damagedDir, now: systemClock.now() };
  const { database } = openDatabase(paths.databaseFile, opening);
  const masterKey = await keyFileStore(paths.masterKeyFile).masterKey();
  const reserve = await DiskReserve.make(paths.reserveFile, () => {});
  const library = await Library.open(paths, { database, masterKey, reserve, run: 'made-up' });
  const startedAt = systemClock.now().toISOString();
  for (const { callId, ...options } of kept) {
    await saveLibraryCall({ library }, callId, { startedAt, ...options, dir: dataDir });
  }
  library.close();
  database.close();
  return paths;
}
