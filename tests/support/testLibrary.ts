import { join } from 'node:path';
import type { AppDatabase } from '../../main/storage/appDatabase.ts';
import { Library } from '../../main/storage/calls/library.ts';
import type { DiskReserve } from '../../main/storage/diskReserve.ts';
import { KeyRing } from '../../main/storage/sealing/keyRing.ts';

interface TestLibraryOptions {
  readonly keys?: KeyRing;
  readonly reserve?: Pick<DiskReserve, 'backing' | 'release'>;
  readonly run?: string;
}

/** A library without backups whose sealed files are in `<folder>/calls`; by default its keys are in memory. */
export function testLibrary(database: AppDatabase, folder: string, options: TestLibraryOptions = {}): Library {
  const { keys = KeyRing.inMemory(), reserve = noReserve, run = 'run-1-a' } = options;
  return new Library({ database, keys, callsDir: join(folder, 'calls'), backups: undefined, reserve, run });
}

const noReserve: Pick<DiskReserve, 'backing' | 'release'> = { backing: (task) => task(), release() {} };
