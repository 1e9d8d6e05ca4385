import type { Baseline } from '../../../core/model/baseline.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import { withSharedChannel } from '../../../core/report/withSharedChannel.ts';
import { AnalysisPool } from '../../analysis/analysisPool.ts';
import type { RecordingPath } from '../../capture/file/recordingPaths.ts';
import { ProgressLine } from './progressLine.ts';
import { complain, terminalLogger } from './terminal.ts';

export interface RecordingOptions {
  readonly roles?: (Role | null)[];
  /** True if two people share the channel of single-channel recordings. */
  readonly sharedChannel?: boolean;
  readonly jobs: number;
  readonly baseline: Baseline | null;
}

export interface AnalysedRecording {
  readonly recording: RecordingPath;
  /** Undefined if it could not be analysed; the user has been notified. */
  readonly report: CallReport | undefined;
}

/** Analyses recordings, `jobs` at a time, and yields them in order, with a progress line on a terminal. */
export async function* analyseRecordings(
  recordings: readonly RecordingPath[],
  options: RecordingOptions,
): AsyncGenerator<AnalysedRecording> {
  const pool = new AnalysisPool(options.jobs, (detail) => terminalLogger.error('analysis', detail));
  const progress = new ProgressLine(process.stderr, recordings.length);
  const analyse = async (recording: RecordingPath): Promise<CallReport | undefined> => {
    try {
      const { report } = await pool.analyzeFile(
        {
          path: recording.path,
          reportedPath: recording.path,
          roles: options.roles ?? null,
          baseline: options.baseline,
          playbackPath: null,
        },
        { onProgress: (fraction) => progress.update(recording.name, fraction) },
      );
      return options.sharedChannel ? withSharedChannel(report) : report;
    } catch (error) {
      progress.clear();
      complain(recording.path, error);
      return undefined;
    } finally {
      progress.finish(recording.name);
    }
  };
  try {
    for await (const analysed of inOrder(recordings, options.jobs, analyse)) {
      progress.clear();
      const broken = analysed.report?.unavailable.find(({ field }) => field === 'source');
      if (broken) process.stderr.write(`softspoken: ${analysed.recording.path}: warning: ${broken.reason}\n`);
      yield analysed;
    }
  } finally {
    progress.clear();
    await pool.close();
  }
}

/** Keeps a few recordings ahead of the one that is due, so that threads never wait and reports never pile up. */
async function* inOrder(
  recordings: readonly RecordingPath[],
  jobs: number,
  analyse: (recording: RecordingPath) => Promise<CallReport | undefined>,
): AsyncGenerator<AnalysedRecording> {
  const started: Promise<CallReport | undefined>[] = [];
  for (const [i, recording] of recordings.entries()) {
    while (started.length < recordings.length && started.length < i + 2 * jobs) {
      started.push(analyse(recordings[started.length]!));
    }
    yield { recording, report: await started[i]! };
  }
}
