import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import { AnalysisPool } from '../../analysis/analysisPool.ts';
import { ProgressLine } from './progressLine.ts';
import { readBaseline } from './readBaseline.ts';
import { type RecordingPath, recordingPaths } from './recordingPaths.ts';
import { summaryText } from './summaryText.ts';
import { complain, printOut, terminalLogger } from './terminal.ts';

interface AnalyzeOptions {
  readonly roles?: (Role | null)[];
  readonly json?: boolean;
  readonly out?: string;
  readonly jobs: number;
  readonly baseline?: string;
}

/** Analyses recordings, `jobs` at a time, and gives their reports in the order of the recordings. */
export async function analyzeCommand(paths: readonly string[], options: AnalyzeOptions): Promise<0 | 1> {
  let baseline: Baseline | null;
  try {
    baseline = await readBaseline(options.baseline);
  } catch (error) {
    complain('--baseline', error);
    return 1;
  }
  const recordings = await recordingPaths(paths);
  if (recordings.length === 0) {
    complain(
      paths.join(', '),
      new AppError('file-not-found', 'There are no recordings in there (WAV, FLAC, MP3, Ogg).'),
    );
    return 1;
  }
  const pool = new AnalysisPool(options.jobs, (detail) => terminalLogger.error('analysis', detail));
  const progress = new ProgressLine(process.stderr, recordings.length);
  let failed = false;
  const analyse = async (recording: RecordingPath): Promise<CallReport | undefined> => {
    try {
      const { report } = await pool.analyzeFile(
        {
          path: recording.path,
          reportedPath: recording.path,
          roles: options.roles ?? null,
          baseline,
          playbackPath: null,
        },
        { onProgress: (fraction) => progress.update(recording.name, fraction) },
      );
      return report;
    } catch (error) {
      failed = true;
      progress.clear();
      complain(recording.path, error);
      return undefined;
    } finally {
      progress.finish(recording.name);
    }
  };
  try {
    for await (const { recording, report } of inOrder(recordings, options.jobs, analyse)) {
      if (!report) continue;
      progress.clear();
      const broken = report.unavailable.find(({ field }) => field === 'source');
      if (broken) process.stderr.write(`softspoken: ${recording.path}: warning: ${broken.reason}\n`);
      if (options.out !== undefined) await writeReport(join(options.out, `${recording.name}.report.json`), report);
      if (options.json) await printOut(`${JSON.stringify(report)}\n`);
      else if (options.out === undefined) await printOut(summaryText(report));
    }
  } catch (error) {
    complain(options.out ?? 'output', error);
    failed = true;
  } finally {
    progress.clear();
    await pool.close();
  }
  return failed ? 1 : 0;
}

/** Keeps a few recordings ahead of the one that is due, so that threads never wait and reports never pile up. */
async function* inOrder(
  recordings: readonly RecordingPath[],
  jobs: number,
  analyse: (recording: RecordingPath) => Promise<CallReport | undefined>,
): AsyncGenerator<{ readonly recording: RecordingPath; readonly report: CallReport | undefined }> {
  const started: Promise<CallReport | undefined>[] = [];
  for (const [i, recording] of recordings.entries()) {
    while (started.length < recordings.length && started.length < i + 2 * jobs) {
      started.push(analyse(recordings[started.length]!));
    }
    yield { recording, report: await started[i]! };
  }
}

async function writeReport(path: string, report: CallReport): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify(report)}\n`);
  } catch (cause) {
    throw new AppError(
      'no-write-permission',
      `The report ${path} cannot be written. Choose another folder with --out.`,
      {
        cause,
      },
    );
  }
}
