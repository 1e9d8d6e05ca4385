import { availableParallelism, release } from 'node:os';
import type { HostInfo } from '../../contract/hostContract.ts';
import { AnalysisPool } from '../analysis/analysisPool.ts';
import { samplesDir } from '../appFolders.ts';
import type { CaptureDevices } from '../capture/captureDevices.ts';
import { hasSystemSound } from '../capture/page/hasSystemSound.ts';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { appPaths } from '../storage/appPaths.ts';
import { Backups } from '../storage/backups.ts';
import { Library } from '../storage/calls/library.ts';
import { type DatabaseRecovery, openDatabase } from '../storage/damage/openDatabase.ts';
import { DiskReserve } from '../storage/diskReserve.ts';
import { makePrivateDir } from '../storage/privateDir.ts';
import { openRunDir } from '../storage/runDir.ts';
import { keyFileStore, type MasterKeyStore } from '../storage/sealing/masterKeyStore.ts';
import { version } from '../version.ts';
import { createId } from './createId.ts';
import { createServices, type Services, type ServicesOptions } from './createServices.ts';
import { Notices } from './notices.ts';

/** Threads for recordings while there is no live call; one core is left for everything else. */
const analysisThreads = Math.max(1, availableParallelism() - 1);

const diskFullWords = 'The disk is full. What was recorded is saved. Free some space, or nothing more can be saved.';
const unprotectedWords =
  'This system has no keychain, so stored calls are sealed with a key that others with access to this account could find.';

/** Starts the services of a real host, with everything that is the same in all of them. */
export async function startServices(options: {
  readonly kind: HostInfo['kind'];
  readonly devices: CaptureDevices;
  /** Creates the store of the master key; by default a file. */
  readonly openKeyStore?: (path: string) => MasterKeyStore;
  /** Opens a folder dialog of the system; omitted on hosts without one. */
  readonly chooseFolder?: ServicesOptions['chooseFolder'];
  readonly logger: Logger;
}): Promise<Services> {
  const { kind, devices, openKeyStore = keyFileStore, chooseFolder, logger } = options;
  const paths = appPaths();
  await makePrivateDir(paths.dataDir);
  await using opened = new AsyncDisposableStack();
  const notices = new Notices(systemClock);
  const backups = new Backups(paths.backupsDir).files();
  const opening = { backups, damagedDir: paths.damagedDir, now: systemClock.now() };
  const { database, recovery } = openDatabase(paths.databaseFile, opening);
  opened.defer(() => database.close());
  if (recovery) notices.add('database-recovered', recoveryWords(recovery));
  const master = openKeyStore(paths.masterKeyFile);
  if (master.protection === 'obscured') notices.add('storage-unprotected', unprotectedWords);
  const masterKey = await master.masterKey();
  const reserve = await DiskReserve.make(paths.reserveFile, () => notices.add('disk-full', diskFullWords));
  const runDir = opened.adopt(await openRunDir(paths.tempDir), (it) => it.erase());
  const library = await Library.open(paths, { database, masterKey, reserve, run: runDir.name });
  opened.defer(() => library.close());
  const analysis = new AnalysisPool(analysisThreads, (detail) => logger.error('The analysis failed', detail));
  opened.defer(() => analysis.close());
  const services = await createServices({
    hostInfo: {
      version,
      kind,
      platform: process.platform,
      hasSystemSound: hasSystemSound(process.platform, release()),
    },
    analysis,
    devices,
    chooseFolder,
    database,
    library,
    notices,
    runDir,
    samplesDir,
    clock: systemClock,
    createId,
    logger,
  });
  opened.defer(() => services.close());
  const scope = opened.move();
  return { ...services, close: () => scope.disposeAsync() };
}

function recoveryWords({ damagedFiles, fromDatabase, fromBackups, complete }: DatabaseRecovery): string {
  const found = `The library was damaged. ${fromDatabase} of its entries were recovered`;
  const more = fromBackups > 0 ? `, and ${fromBackups} as a backup had them` : '';
  const rest = complete ? '; nothing is missing' : '; some may be missing';
  return `${found}${more}${rest}. The damaged files are stored in ${damagedFiles}.`;
}
