import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallConfig } from '../../../core/config/callConfig.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Analysis, AnalysisResult } from '../../analysis/analysis.ts';
import type { Logger } from '../../logger.ts';
import { decodeReport, decodeSession, encodeCall } from '../../storage/calls/callCodec.ts';
import type { CallFiles } from '../../storage/calls/callFiles.ts';
import type { CallStore } from '../../storage/calls/callStore.ts';

/** The recovery of calls that a crash broke off. */
export interface Recovery {
  /** Live calls that are in the library again. */
  readonly callIds: readonly string[];
  /** Resolves once each is as complete as it can be. */
  readonly done: Promise<void>;
  /** Gives up what is not done yet; the calls stay as they are. */
  close(): Promise<void>;
}

interface RecoveryOptions {
  readonly store: CallStore;
  readonly files: CallFiles;
  readonly analysis: Analysis;
  /** With the agent's choices, which a call that was broken off is coached with again. */
  readonly config: CallConfig;
  /** Whether a run of the app still goes on: its calls are its own. */
  readonly isAlive: (run: string) => boolean;
  /** This run's private folder. */
  readonly dir: string;
  readonly logger: Logger;
}

/**
 * Puts calls that were broken off into the library: at once with what was known at their last second, and after that, where
 * there is a recording, with what analysing it anew gives. A recorded file whose analysis was broken off is gone; it is still
 * where it came from.
 */
export async function recoverCalls(options: RecoveryOptions): Promise<Recovery> {
  const { store, files, isAlive, logger } = options;
  const broken = store.unfinished().filter(({ run }) => !isAlive(run));
  const callIds: string[] = [];
  for (const { callId, kind, state } of broken) {
    if (state === 'running' && kind !== 'file' && (await putBack(store, files, callId))) callIds.push(callId);
    else store.erase([callId]);
  }
  const controller = new AbortController();
  const done = (async () => {
    for (const callId of callIds) {
      if (controller.signal.aborted) return;
      await analyseAnew(options, callId, controller.signal).catch((error: unknown) => {
        if (!(error instanceof AppError && error.code === 'cancelled')) {
          logger.error('The recording of a call that was broken off could not be analysed', error);
        }
      });
    }
  })();
  return {
    callIds,
    done,
    close: async () => {
      controller.abort();
      await done;
    },
  };
}

/** False where nothing was kept of the call. */
async function putBack(store: CallStore, files: CallFiles, callId: string): Promise<boolean> {
  const audio = await files.audio(callId);
  const durationSeconds = audio?.durationSeconds ?? 0;
  await audio?.close();
  if (durationSeconds === 0) {
    store.removeAudio(callId);
    if (!files.has(callId, 'report')) return false;
  }
  store.setState(callId, 'recovered');
  return true;
}

async function analyseAnew(options: RecoveryOptions, callId: string, signal: AbortSignal): Promise<void> {
  const { store, files, analysis, config, dir } = options;
  const item = store.get(callId);
  const session = await files.read(callId, 'session');
  if (!item?.hasAudio || !session) return;
  const { inputs, baseline, paused } = decodeSession(session);
  const report = await files.read(callId, 'report');
  if (paused && report) return;
  const path = join(dir, `recovered-${callId}.wav`);
  try {
    const audio = await files.audio(callId);
    if (!audio) return;
    try {
      await writeFile(path, audio.bytes(), { mode: 0o600 });
    } finally {
      await audio.close();
    }
    const request = {
      path,
      fileName: 'recording',
      reportedPath: null,
      roles: item.roles,
      baseline,
      playbackPath: null,
      config,
    };
    const result = await analysis.analyzeFile(request, { signal });
    const known = report && (await decodeReport(report));
    const whole: AnalysisResult = {
      ...result,
      report: {
        ...result.report,
        source: { ...result.report.source, kind: 'live', startedAt: item.startedAt, inputs },
        // What people marked is nowhere in the sound.
        marks: known?.marks ?? [],
        gapsInCapture: known?.gapsInCapture ?? [],
      },
    };
    const { report: encoded, peaks, durationSeconds, measures } = await encodeCall(whole);
    await files.write(callId, 'report', encoded);
    await files.write(callId, 'peaks', peaks);
    const endedAt = new Date(Date.parse(item.startedAt) + durationSeconds * 1000);
    store.progress(callId, { state: 'recovered', endedAt, durationSeconds, measures });
  } finally {
    await rm(path, { force: true });
  }
}
