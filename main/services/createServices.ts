import type { HostInfo } from '../../contract/hostContract.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { CaptureDevices } from '../capture/captureDevices.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { AppDatabase } from '../storage/appDatabase.ts';
import { BaselineStore } from '../storage/baselineStore.ts';
import type { Library } from '../storage/calls/library.ts';
import { RubricStore } from '../storage/rubricStore.ts';
import type { RunDir } from '../storage/runDir.ts';
import { SettingsStore } from '../storage/settingsStore.ts';
import { BaselineService } from './baselines/baselineService.ts';
import { CallRecovery } from './calls/callRecovery.ts';
import { CallRemeasuring } from './calls/callRemeasuring.ts';
import { ComparisonService } from './calls/comparisonService.ts';
import { NotesService } from './calls/notesService.ts';
import { RecordingImporter } from './calls/recordingImporter.ts';
import { ScoringService } from './calls/scoringService.ts';
import { CoachPackImport } from './exports/coachPackImport.ts';
import { ExportService } from './exports/exportService.ts';
import { HostService } from './hostService.ts';
import { ImportService } from './imports/importService.ts';
import { CallWatch } from './live/callWatch.ts';
import { CueFeedback } from './live/cueFeedback.ts';
import { LiveService } from './live/liveService.ts';
import type { Notices } from './notices.ts';
import { Practice } from './practice/practice.ts';
import { RecordingService } from './recordings/recordingService.ts';
import { SampleCalls } from './recordings/sampleCalls.ts';
import { SettingsService } from './settingsService.ts';
import { LiveSources } from './streams/liveSources.ts';
import { StreamService } from './streams/streamService.ts';
import { Erasing } from './upkeep/erasing.ts';
import { Housekeeping } from './upkeep/housekeeping.ts';
import { MeasureRefresh } from './upkeep/measureRefresh.ts';

export interface ServicesOptions {
  readonly hostInfo: HostInfo;
  readonly analysis: Analysis;
  readonly devices: CaptureDevices;
  /** Asks for a folder with a dialog of the system, on hosts that have one; undefined if none was selected. */
  readonly chooseFolder?: (() => Promise<string | undefined>) | undefined;
  readonly database: AppDatabase;
  readonly library: Library;
  /** Events of the start that the user should know about. */
  readonly notices: Notices;
  readonly runDir: RunDir;
  /** The example calls that come with the app. */
  readonly samplesDir: string;
  readonly clock: Clock;
  /** Makes an identifier that nobody can guess: at most 64 characters of `A–Z a–z 0–9 _ -`. */
  readonly createId: () => string;
  readonly logger: Logger;
}

/**
 * Wires the services together, the only place to do so: every use case of the app, without a transport or a host.
 * @returns the services; `close` ends what runs, latest first, but nothing that was passed in
 */
export async function createServices(options: ServicesOptions) {
  const { analysis, devices, database, library, samplesDir, notices, clock, createId, logger } = options;
  await using opened = new AsyncDisposableStack();
  const own = <T extends { close(): Promise<void> }>(service: T) => opened.adopt(service, (it) => it.close());
  const { path: dir, name: run, isAlive } = options.runDir;
  opened.defer(() => notices.close());

  const settings = new SettingsService(new SettingsStore(database), logger);
  const streams = opened.adopt(new StreamService({ dir, clock, createId, logger }), (it) => it.closeAll());
  const sources = new LiveSources(devices, streams);
  const notes = new NotesService({ library, clock, createId });
  const config = settings.callConfig();
  const recovery = own(await CallRecovery.start({ library, analysis, config, isAlive, dir, logger }));
  if (recovery.callIds.length > 0) notices.add('calls-recovered', recoveredWords(recovery.callIds.length));

  const importer = new RecordingImporter({ analysis, library, dir, clock, createId });
  const remeasuring = new CallRemeasuring({ analysis, library, dir });
  const samples = new SampleCalls(samplesDir);
  const recordings = own(new RecordingService({ importer, remeasuring, streams, samples, clock, createId, logger }));
  const baselines = new BaselineStore(database);
  const live = own(new LiveService({ analysis, sources, library, settings, baselines, clock, createId, logger }));
  const isInCall = () => live.current() !== null;
  const imports = own(
    new ImportService({ store: library.imports, importer, isInCall, run, isAlive, clock, createId, logger }),
  );
  const listening = { analysis, sources, config: () => settings.callConfig(), clock, logger };
  const callWatch = own(new CallWatch({ live, settings, listening, clock, logger }));
  const practice = new Practice({ database, calls: library.calls, live, streams, samplesDir, clock, createId });
  const rubrics = new RubricStore(database);
  const { plans } = practice;
  const exports = new ExportService({ library, notes, rubrics, plans, dir, createId });
  const retention = () => settings.current().retention;
  own(new Housekeeping({ library, exports, database, retention, clock, notices, logger }));
  own(new MeasureRefresh({ library, isInCall, clock, logger }));
  const scope = opened.move();
  return {
    host: new HostService({ info: options.hostInfo, chooseFolder: options.chooseFolder, devices, notices, logger }),
    streams,
    live,
    recordings,
    imports,
    library,
    notes,
    scoring: new ScoringService({ notes, rubrics, clock, createId }),
    comparisons: new ComparisonService(library),
    exports,
    packs: new CoachPackImport({ library, rubrics, streams, plans, dir, clock, createId }),
    erasing: new Erasing({ library, exports, imports }),
    settings,
    baselines: new BaselineService({ store: baselines, analysis, sources, isInCall, clock }),
    cueFeedback: new CueFeedback({ live, library, settings }),
    callWatch,
    practice,
    logger,
    close: () => scope.disposeAsync(),
  };
}

export type Services = Awaited<ReturnType<typeof createServices>>;

function recoveredWords(count: number): string {
  return count === 1
    ? 'Softspoken stopped during a call. The library has it up to that moment.'
    : `Softspoken stopped during ${count} calls. The library has them up to that moment.`;
}
