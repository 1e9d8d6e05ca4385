import type { HostInfo } from '../../contract/hostContract.ts';
import { AnalysisPool } from '../analysis/analysisPool.ts';
import { samplesDir } from '../appFolders.ts';
import type { CaptureDevices } from '../capture/captureDevices.ts';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { AppDatabase } from '../storage/appDatabase.ts';
import { appPaths } from '../storage/appPaths.ts';
import { openLibrary } from '../storage/calls/library.ts';
import { makePrivateDir } from '../storage/privateDir.ts';
import { keyFileKeeper, type MasterKeyKeeper } from '../storage/sealing/masterKeyKeeper.ts';
import { version } from '../version.ts';
import { createId } from './createId.ts';
import { createServices, type Services } from './createServices.ts';

/** Recordings analysed at the same time beside a live call; more would take the machine from the softphone. */
const ANALYSIS_JOBS = 1;

/** The services of a real host, with everything that is the same in all of them. */
export async function startServices(options: {
  readonly kind: HostInfo['kind'];
  readonly devices: CaptureDevices;
  /** A file of its own by default. */
  readonly keeper?: (path: string) => MasterKeyKeeper;
  readonly logger: Logger;
}): Promise<Services> {
  const { kind, devices, keeper = keyFileKeeper, logger } = options;
  const paths = appPaths();
  await makePrivateDir(paths.dataDir);
  const database = AppDatabase.open(paths.databaseFile);
  const library = await openLibrary(database, paths, await keeper(paths.masterKeyFile).masterKey());
  const analysis = new AnalysisPool(ANALYSIS_JOBS, (detail) => logger.error('The analysis failed', detail));
  const services = await createServices({
    hostInfo: { version, kind, platform: process.platform },
    analysis,
    devices,
    database,
    library,
    tempDir: paths.tempDir,
    samplesDir,
    clock: systemClock,
    createId,
    logger,
  });
  return {
    ...services,
    close: async () => {
      await services.close();
      await analysis.close();
      library.close();
      database.close();
    },
  };
}
