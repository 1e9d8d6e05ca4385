import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import type { CallReport } from '../../../core/model/callReport.ts';
import { recordingFormatNames } from '../../../core/model/recordingFormats.ts';
import type { Role } from '../../../core/model/role.ts';
import { recordingPaths } from '../../capture/file/recordingPaths.ts';
import { analyseRecordings } from './analyseRecordings.ts';
import { readBaseline } from './readBaseline.ts';
import { summaryText } from './summaryText.ts';
import { complain, printOut } from './terminal.ts';

interface AnalyzeOptions {
  readonly roles?: (Role | null)[];
  readonly sharedChannel?: boolean;
  readonly json?: boolean;
  readonly out?: string;
  readonly jobs: number;
  readonly baseline?: string;
}

/** Analyses recordings, `jobs` at a time, and writes their reports in the order of the recordings. */
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
      new AppError('file-not-found', `There are no recordings in there (${recordingFormatNames}).`),
    );
    return 1;
  }
  let failed = false;
  try {
    for await (const { recording, report } of analyseRecordings(recordings, { ...options, baseline })) {
      if (!report) {
        failed = true;
        continue;
      }
      if (options.out !== undefined) await writeReport(join(options.out, `${recording.name}.report.json`), report);
      if (options.json) await printOut(`${JSON.stringify(report)}\n`);
      else if (options.out === undefined) await printOut(summaryText(report));
    }
  } catch (error) {
    complain(options.out ?? 'output', error);
    failed = true;
  }
  return failed ? 1 : 0;
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
