import { setImmediate as nextTurn } from 'node:timers/promises';
import { CallRecorder, recordingFormat } from '../../main/services/live/callRecorder.ts';
import { SealedWaveReader } from '../../main/storage/calls/sealedWaveReader.ts';
import {
  createRecordingFile,
  type RecordingFile,
  SealedWaveWriter,
} from '../../main/storage/calls/sealedWaveWriter.ts';

const key = Buffer.alloc(32, 3);
const parties = [{ role: 'agent' as const, sampleRateHz: 16_000 }];

/** Error codes of failed writes. */
export type WriteErrorCode = 'ENOSPC' | 'EIO';

/** A file on a disk that accepts a given number of writes and then, like a full one, only half of the next. */
function failingAfter(file: RecordingFile, writes: number, code: WriteErrorCode, onFailure: () => void): RecordingFile {
  let left = writes;
  const write = async (bytes: Uint8Array, offset: number, length: number, position: number) => {
    left -= 1;
    if (left >= 0) return file.write(bytes, offset, length, position);
    await file.write(bytes, offset, Math.floor(length / 2), position);
    onFailure();
    throw Object.assign(new Error(`disk error ${code}`), { code });
  };
  return { write: write as RecordingFile['write'], datasync: () => file.datasync(), close: () => file.close() };
}

/** Records one party a tenth of a second at a time, each at a different level, no faster than the file accepts it. */
export async function record(file: RecordingFile, seconds: number, onFailure: (error: unknown) => void): Promise<void> {
  const writer = await SealedWaveWriter.start(file, { key, callId: 'call', format: recordingFormat(parties) });
  let taken: Promise<unknown> = Promise.resolve();
  const append = (pcm: Uint8Array) => {
    const appended = writer.append(pcm);
    taken = appended.catch(() => undefined);
    return appended;
  };
  const recorder = new CallRecorder({ append, close: () => writer.close() }, parties, onFailure);
  for (let i = 0; i < seconds * 10; i++) {
    recorder.push('agent', new Float32Array(1_600).fill(((i % 90) + 1) / 100));
    await nextTurn();
    await taken;
  }
  await recorder.close();
}

/** Returns the playable WAV of the file's content. */
export async function readBack(path: string): Promise<Buffer> {
  const reader = await SealedWaveReader.open(path, key, 'call');
  const pieces: Buffer[] = [];
  for await (const piece of reader!.bytes()) pieces.push(piece);
  await reader!.close();
  return Buffer.concat(pieces);
}

/** Outcome of a recording during which a write failed. */
interface FailedRecording {
  /** Reported failures, in order. */
  readonly failures: readonly unknown[];
  /** Time from the failed write until it was reported. */
  readonly toldAfterMilliseconds: number;
  /** A whole WAV, including its header. */
  readonly wav: Buffer;
}

/** @param writes number of successful writes: the first is the header, each further one half a second */
export async function failedRecording(
  path: string,
  seconds: number,
  writes: number,
  code: WriteErrorCode,
): Promise<FailedRecording> {
  const failures: unknown[] = [];
  let failedAt = Number.NaN;
  let toldAt = Number.NaN;
  const file = failingAfter(await createRecordingFile(path), writes, code, () => {
    failedAt = performance.now();
  });
  await record(file, seconds, (error) => {
    toldAt = performance.now();
    failures.push(error);
  });
  return { failures, toldAfterMilliseconds: toldAt - failedAt, wav: await readBack(path) };
}
