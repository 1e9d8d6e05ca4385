import { promisify } from 'node:util';
import { gunzip as gunzipBack, gzip as gzipBack } from 'node:zlib';
import { type Peaks, peaksSchema } from '../../../contract/callContract.ts';
import { type CallReport, callReportSchema } from '../../../core/model/callReport.ts';
import { BrokenSealError } from '../sealing/sealing.ts';

const gzip = promisify(gzipBack);
const gunzip = promisify(gunzipBack);

const peaksHeadSchema = peaksSchema.omit({ values: true }).extend({ count: peaksSchema.shape.peaksPerSecond }).array();

/** A report as it is sealed: JSON, compressed. */
export function encodeReport(report: CallReport): Promise<Buffer> {
  return gzip(JSON.stringify(report));
}

export async function decodeReport(bytes: Uint8Array): Promise<CallReport> {
  return callReportSchema.parse(JSON.parse((await gunzip(bytes)).toString('utf8')));
}

/** Waveforms as they are sealed: the length of a JSON head (u32, little-endian), the head, then one byte per bin, party after party. */
export function encodePeaks(peaks: readonly Peaks[]): Buffer {
  const head = Buffer.from(
    JSON.stringify(peaks.map(({ role, peaksPerSecond, values }) => ({ role, peaksPerSecond, count: values.length }))),
  );
  const headLength = Buffer.alloc(4);
  headLength.writeUInt32LE(head.length);
  return Buffer.concat([headLength, head, ...peaks.map(({ values }) => Uint8Array.from(values))]);
}

export function decodePeaks(bytes: Buffer): Peaks[] {
  const bodyAt = 4 + bytes.readUInt32LE(0);
  const head = peaksHeadSchema.parse(JSON.parse(bytes.toString('utf8', 4, bodyAt)));
  let at = bodyAt;
  return head.map(({ role, peaksPerSecond, count }) => {
    const values = [...bytes.subarray(at, at + count)];
    if (values.length < count) throw new BrokenSealError('peaks are missing');
    at += count;
    return { role, peaksPerSecond, values };
  });
}
