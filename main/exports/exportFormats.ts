import { audacityLabels } from '../../core/export/audacityLabels.ts';
import { callsCsv, momentsCsv } from '../../core/export/callTable.ts';
import { reportHtml } from '../../core/export/html/reportHtml.ts';
import { textGrid } from '../../core/export/textGrid.ts';
import { keysOf } from '../../core/model/keysOf.ts';
import type { ReviewedCall } from '../../core/model/reviewedCall.ts';

/** A file for each call, named after the recording. */
export const formatsOfOne = {
  textgrid: { extension: 'TextGrid', of: textGrid },
  audacity: { extension: 'labels.txt', of: audacityLabels },
  html: { extension: 'html', of: reportHtml },
  /** Its library is loaded when it is first needed: 35 MB. */
  pdf: { extension: 'pdf', of: async (call) => (await import('./pdf/reportPdf.ts')).reportPdf(call) },
} as const satisfies Record<string, { extension: string; of: (call: ReviewedCall) => string | Promise<Uint8Array> }>;

/** One file for all calls. */
export const formatsOfAll = {
  csv: { fileName: 'calls.csv', of: callsCsv },
  moments: { fileName: 'moments.csv', of: momentsCsv },
  json: {
    fileName: 'calls.json',
    of: (calls: readonly ReviewedCall[]) => `${JSON.stringify(calls.map(({ report }) => report))}\n`,
  },
} as const satisfies Record<string, { fileName: string; of: (calls: readonly ReviewedCall[]) => string }>;

export type FormatOfOne = keyof typeof formatsOfOne;
export type FormatOfAll = keyof typeof formatsOfAll;
export type ExportFormat = FormatOfOne | FormatOfAll | 'clip';

export const exportFormats: readonly ExportFormat[] = [...keysOf(formatsOfOne), ...keysOf(formatsOfAll), 'clip'];

export function isFormatOfAll(format: ExportFormat): format is FormatOfAll {
  return format in formatsOfAll;
}
