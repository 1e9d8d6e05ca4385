import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HostInfo } from '../../contract/hostContract.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { CaptureDevices } from '../capture/captureDevices.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { AppDatabase } from '../storage/appDatabase.ts';
import type { Library } from '../storage/calls/library.ts';
import type { DiskReserve } from '../storage/diskReserve.ts';
import { openRunDir } from '../storage/runDir.ts';
import { recoverCalls } from './callRecovery.ts';
import { type CallService, createCallService } from './callService.ts';
import { createExportService, type ExportService } from './exportService.ts';
import { createHostService, type HostService } from './hostService.ts';
import { Housekeeping, type Retention } from './housekeeping.ts';
import { createLiveService, type LiveService } from './liveService.ts';
import { createNotesService, type NotesService } from './notesService.ts';
import type { Notices } from './notices.ts';
import { createRecordingService, type RecordingService } from './recordingService.ts';
import { createReviewService, type ReviewService } from './reviewService.ts';
import { createSampleCalls } from './sampleCalls.ts';
import { createStreamService, type StreamService } from './streamService.ts';

export interface ServicesOptions {
  readonly hostInfo: HostInfo;
  readonly analysis: Analysis;
  readonly devices: CaptureDevices;
  /** What is kept from run to run. Closed by whoever opened it. */
  readonly database: AppDatabase;
  /** The calls kept. Closed by whoever opened it. */
  readonly library: Library;
  /** Given up when the disk is full. */
  readonly reserve: DiskReserve;
  /** What the user is to be told of the start. */
  readonly notices: Notices;
  /** How long calls are kept. */
  readonly retention: () => Retention;
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
  readonly calls: CallService;
  readonly notes: NotesService;
  readonly review: ReviewService;
  readonly exports: ExportService;
  readonly logger: Logger;
  /** Ends what runs and erases this run's files. The analysis and the devices belong to the caller. */
  close(): Promise<void>;
}

/** The one place where the services are wired together. */
export async function createServices(options: ServicesOptions): Promise<Services> {
  const { analysis, devices, database, retention, notices, clock, createId, logger } = options;
  const runDir = await openRunDir(options.tempDir);
  const dir = runDir.path;
  const calls = createCallService({ ...options.library, reserve: options.reserve, run: runDir.name });
  const notes = createNotesService({ ...options.library, clock, createId });
  const streams = createStreamService({ dir, clock, createId, logger });
  const recovery = await recoverCalls({
    ...options.library,
    analysis,
    isAlive: (run) => existsSync(join(options.tempDir, run)),
    dir,
    logger,
  });
  if (recovery.callIds.length > 0) notices.add('calls-recovered', recoveredWords(recovery.callIds.length));
  const housekeeping = new Housekeeping({ ...options.library, database, retention, clock, notices, logger });
  const samples = createSampleCalls(options.samplesDir);
  const live = createLiveService({ analysis, devices, streams, calls, notes, clock, createId, logger });
  const recordings = createRecordingService({
    analysis,
    streams,
    calls,
    samples,
    dir,
    clock,
    createId,
    logger,
  });
  return {
    host: createHostService({ info: options.hostInfo, devices, notices, logger }),
    streams,
    live,
    recordings,
    calls,
    notes,
    review: createReviewService({ calls, notes }),
    exports: createExportService({ calls, notes, streams, dir, clock, createId }),
    logger,
    async close() {
      await live.close();
      await recordings.close();
      await recovery.close();
      await housekeeping.close();
      await streams.closeAll();
      await runDir.erase();
    },
  };
}

function recoveredWords(count: number): string {
  return count === 1
    ? 'Softspoken broke off in the middle of a call. What was known of it is in the library.'
    : `Softspoken broke off in the middle of ${count} calls. What was known of them is in the library.`;
}
