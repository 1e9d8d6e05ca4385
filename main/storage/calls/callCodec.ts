import { promisify } from 'node:util';
import { gunzip as gunzipBack, gzip as gzipBack } from 'node:zlib';
import { z } from 'zod';
import { type PackedPeaks, packedPeaksSchema } from '../../../contract/callContract.ts';
import { type CallMeasures, callMeasures } from '../../../core/measures/callMeasures.ts';
import { baselineSchema } from '../../../core/model/baseline.ts';
import { type CallNotes, callNotesSchema, noNotes } from '../../../core/model/callNotes.ts';
import { type CallReport, callInputSchema, callReportSchema } from '../../../core/model/callReport.ts';
import { withNotes } from '../../../core/report/withNotes.ts';
import type { Peaks } from '../../audio/peakEnvelope.ts';
import { BrokenSealError } from '../sealing/sealing.ts';

const gzip = promisify(gzipBack);
const gunzip = promisify(gunzipBack);

const peaksHeadSchema = packedPeaksSchema
  .omit({ bins: true })
  .extend({ count: packedPeaksSchema.shape.peaksPerSecond })
  .array();

/** A call ready to be kept: what its row says of it, and its parts as they are sealed. */
export interface EncodedCall {
  readonly durationSeconds: number;
  readonly measures: CallMeasures;
  /** JSON, compressed. */
  readonly report: Uint8Array;
  readonly peaks: Uint8Array;
}

/** @param level of compression, 1 (quick) to 9 (small); zlib's own choice is 6 */
export async function encodeCall(
  { report, peaks }: { readonly report: CallReport; readonly peaks: readonly Peaks[] },
  level = 6,
): Promise<EncodedCall> {
  return {
    durationSeconds: report.source.durationSeconds,
    measures: callMeasures(report),
    report: await gzip(JSON.stringify(report), { level }),
    peaks: encodePeaks(peaks),
  };
}

export async function decodeReport(bytes: Uint8Array): Promise<CallReport> {
  return callReportSchema.parse(JSON.parse(await decodeReportText(bytes)));
}

/** The report as JSON, not looked at. */
export async function decodeReportText(bytes: Uint8Array): Promise<string> {
  return (await gunzip(bytes)).toString('utf8');
}

/** Waveforms as they are sealed: the length of a JSON head (u32, little-endian), the head, then one byte per bin, party after party. */
function encodePeaks(peaks: readonly Peaks[]): Buffer {
  const head = Buffer.from(
    JSON.stringify(peaks.map(({ role, peaksPerSecond, values }) => ({ role, peaksPerSecond, count: values.length }))),
  );
  const headLength = Buffer.alloc(4);
  headLength.writeUInt32LE(head.length);
  return Buffer.concat([headLength, head, ...peaks.map(({ values }) => values)]);
}

export function decodePeaks(bytes: Buffer): PackedPeaks[] {
  const bodyAt = 4 + bytes.readUInt32LE(0);
  const head = peaksHeadSchema.parse(JSON.parse(bytes.toString('utf8', 4, bodyAt)));
  let at = bodyAt;
  return head.map(({ role, peaksPerSecond, count }) => {
    if (at + count > bytes.length) throw new BrokenSealError('peaks are missing');
    const bins = bytes.toString('base64', at, at + count);
    at += count;
    return { role, peaksPerSecond, bins };
  });
}

/** What analysing a call's recording anew needs, beside the recording. */
const savedSessionSchema = z.object({
  inputs: z.array(callInputSchema),
  baseline: baselineSchema.nullable(),
  /** The recording was paused: what was measured meanwhile is not in it. */
  paused: z.boolean(),
});
export type SavedSession = z.infer<typeof savedSessionSchema>;

export function encodeSession(session: SavedSession): Buffer {
  return Buffer.from(JSON.stringify(session));
}

export function decodeSession(bytes: Buffer): SavedSession {
  return savedSessionSchema.parse(JSON.parse(bytes.toString('utf8')));
}

/** @param bytes as they are stored; undefined if nobody has written any notes */
export function decodeNotes(bytes: Buffer | undefined): CallNotes {
  return bytes ? callNotesSchema.parse(JSON.parse(bytes.toString('utf8'))) : noNotes;
}

/** The measures that a stored report and the notes give together. */
export async function measuresWithNotes(report: Uint8Array, notes: CallNotes): Promise<CallMeasures> {
  return callMeasures(withNotes(await decodeReport(report), notes));
}
