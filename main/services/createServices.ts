import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HostInfo } from '../../contract/hostContract.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { CaptureDevices } from '../capture/captureDevices.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { AppDatabase } from '../storage/appDatabase.ts';
import { AttemptStore } from '../storage/attemptStore.ts';
import { BaselineStore } from '../storage/baselineStore.ts';
import type { Library } from '../storage/calls/library.ts';
import type { DiskReserve } from '../storage/diskReserve.ts';
import { RubricStore } from '../storage/rubricStore.ts';
import { openRunDir } from '../storage/runDir.ts';
import { ScenarioStore } from '../storage/scenarioStore.ts';
import { SettingsStore } from '../storage/settingsStore.ts';
import { type BaselineService, createBaselineService } from './baselines/baselineService.ts';
import { recoverCalls } from './calls/callRecovery.ts';
import { createCallRemeasuring } from './calls/callRemeasuring.ts';
import { type CallService, createCallService } from './calls/callService.ts';
import { createNotesService, type NotesService } from './calls/notesService.ts';
import { createRecordingImporter } from './calls/recordingImporter.ts';
import { createReviewService, type ReviewService } from './calls/reviewService.ts';
import { createExportService, type ExportService } from './exports/exportService.ts';
import { createHostService, type HostService } from './hostService.ts';
import { createImportService, type ImportService } from './imports/importService.ts';
import { createCallListening } from './live/callListening.ts';
import { type CallWatch, createCallWatch } from './live/callWatch.ts';
import { type CueFeedback, createCueFeedback } from './live/cueFeedback.ts';
import { createLiveService, type LiveService } from './live/liveService.ts';
import { openSource } from './live/openSource.ts';
import type { Notices } from './notices.ts';
import { type CustomScenarios, createCustomScenarios } from './practice/customScenarios.ts';
import { createPracticeLibrary } from './practice/practiceLibrary.ts';
import { createPracticeService, type PracticeService } from './practice/practiceService.ts';
import { createRecordingService, type RecordingService } from './recordings/recordingService.ts';
import { createSampleCalls } from './recordings/sampleCalls.ts';
import { createSettingsService, type SettingsService } from './settingsService.ts';
import { createStreamService, type StreamService } from './streams/streamService.ts';
import { createErasing, type Erasing } from './upkeep/erasing.ts';
import { Housekeeping } from './upkeep/housekeeping.ts';
import { MeasureRefresh } from './upkeep/measureRefresh.ts';

export interface ServicesOptions {
  readonly hostInfo: HostInfo;
  readonly analysis: Analysis;
  readonly devices: CaptureDevices;
  /** Asks for a folder by a dialog of the system, on hosts that have one; undefined where none was chosen. */
  readonly chooseFolder?: (() => Promise<string | undefined>) | undefined;
  /** What is kept from run to run. Closed by whoever opened it. */
  readonly database: AppDatabase;
  /** The calls kept. Closed by whoever opened it. */
  readonly library: Library;
  /** Given up when the disk is full. */
  readonly reserve: DiskReserve;
  /** What the user is to be told of the start. */
  readonly notices: Notices;
  /** Where this run's files are kept until it ends. */
  readonly tempDir: string;
  /** The example calls that come with the app. */
  readonly samplesDir: string;
  readonly clock: Clock;
  /** Makes an identifier nobody can guess: at most 64 characters of `A–Z a–z 0–9 _ -`. */
  readonly createId: () => string;
  readonly logger: Logger;
}

/** Every use case of the app. Knows no transport and no host. */
export interface Services {
  readonly host: HostService;
  readonly streams: StreamService;
  readonly live: LiveService;
  readonly recordings: RecordingService;
  readonly imports: ImportService;
  readonly calls: CallService;
  readonly notes: NotesService;
  readonly review: ReviewService;
  readonly exports: ExportService;
  readonly erasing: Erasing;
  readonly settings: SettingsService;
  readonly baselines: BaselineService;
  readonly cueFeedback: CueFeedback;
  readonly callWatch: CallWatch;
  readonly practice: PracticeService;
  readonly customScenarios: CustomScenarios;
  readonly logger: Logger;
  /** Ends what runs and erases this run's files. The analysis and the devices belong to the caller. */
  close(): Promise<void>;
}

/** The one place where the services are wired together. */
export async function createServices(options: ServicesOptions): Promise<Services> {
  const { analysis, devices, database, notices, clock, createId, logger } = options;
  const runDir = await openRunDir(options.tempDir);
  const dir = runDir.path;
  const calls = createCallService({ ...options.library, reserve: options.reserve, run: runDir.name });
  const notes = createNotesService({ ...options.library, clock, createId });
  const streams = createStreamService({ dir, clock, createId, logger });
  const isAlive = (run: string) => existsSync(join(options.tempDir, run));
  const settings = createSettingsService({ store: new SettingsStore(database), logger });
  const recovery = await recoverCalls({
    ...options.library,
    analysis,
    config: settings.callConfig(),
    isAlive,
    dir,
    logger,
  });
  if (recovery.callIds.length > 0) notices.add('calls-recovered', recoveredWords(recovery.callIds.length));
  const samples = createSampleCalls(options.samplesDir);
  const baselineStore = new BaselineStore(database);
  const rubrics = new RubricStore(database);
  const live = createLiveService({
    analysis,
    devices,
    streams,
    calls,
    notes,
    settings,
    baselines: baselineStore,
    clock,
    createId,
    logger,
  });
  const keeper = createRecordingImporter({ analysis, calls, dir, clock, createId });
  const recordings = createRecordingService({
    keeper,
    remeasuring: createCallRemeasuring({ analysis, calls, dir }),
    streams,
    samples,
    clock,
    createId,
    logger,
  });
  const isInCall = () => live.current() !== null;
  const imports = createImportService({
    store: options.library.imports,
    keeper,
    isInCall,
    run: runDir.name,
    isAlive,
    clock,
    createId,
    logger,
  });
  const callWatch = createCallWatch({
    live,
    settings,
    listen: createCallListening({
      analysis,
      open: (source) => openSource(source, { devices, streams }),
      config: () => settings.callConfig(),
      clock,
      logger,
    }),
    metricsPerSecond: settings.callConfig().metrics.perSecond,
    clock,
    logger,
  });
  const library = createPracticeLibrary(join(options.samplesDir, 'practice'));
  const customScenarios = createCustomScenarios({ store: new ScenarioStore(database), streams, library });
  const practice = createPracticeService({
    live,
    store: new AttemptStore(database),
    calls: options.library.store,
    library,
    customScenarios,
    clock,
    createId,
  });
  const exports = createExportService({ calls, notes, rubrics, streams, practice, dir, clock, createId });
  const retention = () => settings.current().retention;
  const housekeeping = new Housekeeping({ ...options.library, exports, database, retention, clock, notices, logger });
  const measureRefresh = new MeasureRefresh({ ...options.library, isInCall, clock, logger });
  return {
    host: createHostService({ info: options.hostInfo, chooseFolder: options.chooseFolder, devices, notices, logger }),
    streams,
    live,
    recordings,
    imports,
    calls,
    notes,
    review: createReviewService({ calls, notes, rubrics, clock, createId }),
    exports,
    erasing: createErasing({ calls, exports, imports }),
    settings,
    baselines: createBaselineService({
      store: baselineStore,
      analysis,
      open: (source) => openSource(source, { devices, streams }),
      isInCall,
      clock,
    }),
    cueFeedback: createCueFeedback({ live, calls, notes, settings }),
    callWatch,
    practice,
    customScenarios,
    logger,
    async close() {
      await callWatch.close();
      await live.close();
      await imports.close();
      await recordings.close();
      await recovery.close();
      await housekeeping.close();
      await measureRefresh.close();
      await streams.closeAll();
      notices.close();
      await runDir.erase();
    },
  };
}

function recoveredWords(count: number): string {
  return count === 1
    ? 'Softspoken broke off in the middle of a call. What was known of it is in the library.'
    : `Softspoken broke off in the middle of ${count} calls. What was known of them is in the library.`;
}
