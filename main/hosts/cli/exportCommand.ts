import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import { type CallReport, callReportSchema } from '../../../core/model/callReport.ts';
import { recordingFormatNames } from '../../../core/model/recordingFormats.ts';
import type { ReviewedCall } from '../../../core/model/reviewedCall.ts';
import type { Role } from '../../../core/model/role.ts';
import { withSharedChannel } from '../../../core/report/withSharedChannel.ts';
import { type RecordingPath, recordingPaths } from '../../capture/file/recordingPaths.ts';
import {
  type ExportFormat,
  type FormatOfAll,
  type FormatOfOne,
  formatsOfAll,
  formatsOfOne,
  isFormatOfAll,
} from '../../exports/exportFormats.ts';
import { writeClip } from '../../exports/writeClip.ts';
import { writingError } from '../../exports/writingError.ts';
import { analyseRecordings } from './analyseRecordings.ts';
import { readBaseline } from './readBaseline.ts';
import { complain, printOut } from './terminal.ts';

interface ExportOptions {
  readonly format: ExportFormat;
  readonly out?: string;
  readonly roles?: (Role | null)[];
  readonly sharedChannel?: boolean;
  readonly jobs: number;
  readonly baseline?: string;
  readonly from?: number;
  readonly to?: number;
}

const REPORT_ENDING = '.report.json';

/** Writes calls, from recordings or from their reports, in the requested format. Returns 2 for incompatible options. */
export async function exportCommand(paths: readonly string[], options: ExportOptions): Promise<0 | 1 | 2> {
  const reportPaths = paths.filter((path) => path.endsWith('.json'));
  const recordings = await recordingPaths(paths.filter((path) => !path.endsWith('.json')));
  const misuse = misuseOf(options, recordings.length, reportPaths.length);
  if (misuse !== undefined) {
    process.stderr.write(`softspoken: export: ${misuse}\n`);
    return 2;
  }
  try {
    const baseline = await readBaseline(options.baseline);
    if (options.format === 'clip') return await exportClips(recordings, options);
    return await exportCalls(reportPaths, recordings, options, options.format, baseline);
  } catch (error) {
    complain('export', error);
    return 1;
  }
}

function misuseOf({ format, out, from, to }: ExportOptions, recordings: number, reports: number): string | undefined {
  if (recordings + reports === 0) return `there are no recordings in there (${recordingFormatNames})`;
  if (format === 'clip') {
    if (reports > 0) return 'a clip is cut from a recording, not from a report';
    if (from === undefined || to === undefined || to <= from) return 'a clip needs --from and a later --to, in seconds';
  }
  if (out !== undefined) return undefined;
  if (format === 'clip' || format === 'pdf') return `--format ${format} needs --out, a folder to write to`;
  return format in formatsOfOne && recordings + reports > 1
    ? 'several calls need --out, a folder to write to'
    : undefined;
}

async function exportClips(recordings: readonly RecordingPath[], options: ExportOptions): Promise<0 | 1> {
  let failed = false;
  for (const { path, name } of recordings) {
    const clipPath = join(options.out!, `${name}.clip.wav`);
    try {
      await makeFolderOf(clipPath);
      await writeClip(path, [options.from!, options.to!], clipPath);
    } catch (error) {
      failed = true;
      complain(path, error);
    }
  }
  return failed ? 1 : 0;
}

async function exportCalls(
  reportPaths: readonly string[],
  recordings: readonly RecordingPath[],
  options: ExportOptions,
  format: FormatOfOne | FormatOfAll,
  baseline: Baseline | null,
): Promise<0 | 1> {
  let failed = false;
  const all: ReviewedCall[] = [];
  const take = async (name: string, report: CallReport) => {
    const call = { title: basename(name), report, comments: [], scoreSheets: [], reflection: null };
    if (isFormatOfAll(format)) all.push(call);
    else {
      const { extension, of } = formatsOfOne[format];
      await deliver(await of(call), options.out, `${name}.${extension}`);
    }
  };
  for (const path of reportPaths) {
    try {
      await take(
        basename(path, path.endsWith(REPORT_ENDING) ? REPORT_ENDING : '.json'),
        await readReport(path, options),
      );
    } catch (error) {
      failed = true;
      complain(path, error);
    }
  }
  if (recordings.length > 0) {
    for await (const { recording, report } of analyseRecordings(recordings, { ...options, baseline })) {
      if (report) await take(recording.name, report);
      else failed = true;
    }
  }
  if (isFormatOfAll(format) && all.length > 0) {
    const { fileName, of } = formatsOfAll[format];
    await deliver(of(all), options.out, fileName);
  }
  return failed ? 1 : 0;
}

async function readReport(path: string, { sharedChannel }: ExportOptions): Promise<CallReport> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('file-not-found', 'It cannot be read. Check the path and its permissions.', { cause });
  });
  try {
    const report = callReportSchema.parse(JSON.parse(text));
    return sharedChannel ? withSharedChannel(report) : report;
  } catch (cause) {
    const advice = 'Make one with "softspoken analyze RECORDING --out DIR".';
    throw new AppError('unsupported-format', `It is no call report of this version. ${advice}`, { cause });
  }
}

async function deliver(content: string | Uint8Array, folder: string | undefined, name: string): Promise<void> {
  if (folder === undefined) return printOut(String(content));
  const path = join(folder, name);
  try {
    await makeFolderOf(path);
    await writeFile(path, content);
  } catch (error) {
    throw writingError(error, path);
  }
}

async function makeFolderOf(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw writingError(error, dirname(path));
  }
}
