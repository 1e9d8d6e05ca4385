import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CallRecorder, recordingFormat } from '../../../../../main/services/live/callRecorder.ts';
import { SealedWaveReader } from '../../../../../main/storage/calls/sealedWaveReader.ts';
import {
  createRecordingFile,
  type RecordingFile,
  SealedWaveWriter,
} from '../../../../../main/storage/calls/sealedWaveWriter.ts';

const key = Buffer.alloc(32, 3);
const parties = [{ role: 'agent' as const, sampleRateHz: 16_000 }];

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softspoken-recorder-'));
  path = join(folder, 'audio');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A file on a disk that takes so many writes and then, like a full one, only half of the next. */
function fullAfter(file: RecordingFile, writes: number): RecordingFile {
  let left = writes;
  const write = async (bytes: Uint8Array, offset: number, length: number, position: number) => {
    left -= 1;
    if (left >= 0) return file.write(bytes, offset, length, position);
    await file.write(bytes, offset, Math.floor(length / 2), position);
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  return { write: write as RecordingFile['write'], datasync: () => file.datasync(), close: () => file.close() };
}

async function record(file: RecordingFile, seconds: number) {
  const failures: unknown[] = [];
  const writer = await SealedWaveWriter.start(file, { key, callId: 'call', format: recordingFormat(parties) });
  const recorder = new CallRecorder(writer, parties, (error) => failures.push(error));
  for (let i = 0; i < seconds * 10; i++) recorder.push('agent', new Float32Array(1_600).fill((i + 1) / 100));
  await recorder.close();
  return failures;
}

async function readBack(): Promise<Buffer> {
  const reader = await SealedWaveReader.open(path, key, 'call');
  const pieces: Buffer[] = [];
  for await (const piece of reader!.bytes()) pieces.push(piece);
  await reader!.close();
  return Buffer.concat(pieces);
}

it.each([1, 2, 3, 4, 5, 6])(
  'keeps what it recorded when the disk is full at write %i, tells so once and lets go of the file',
  async (writes) => {
    const failures = await record(fullAfter(await createRecordingFile(path), writes), 3);
    expect(failures).toMatchObject([{ code: 'ENOSPC' }]);
    const wav = await readBack();
    // The first write is the header; each further one half a second.
    expect(wav.length).toBe(44 + (writes - 1) * 16_000);
    expect(wav.readUInt32LE(40)).toBe(wav.length - 44);
    if (writes > 1) expect(wav.readInt16LE(44)).toBe(Math.round(0.01 * 0x8000));
  },
);

it('records to the end what ends between two records', async () => {
  expect(await record(await createRecordingFile(path), 1.2)).toEqual([]);
  expect((await readBack()).length).toBe(44 + 1.2 * 32_000);
});

it('shows nobody what was recorded without the key of the call', async () => {
  await record(await createRecordingFile(path), 1);
  const reader = await SealedWaveReader.open(path, Buffer.alloc(32, 4), 'call');
  await expect(
    reader!
      .bytes()
      .next()
      .then(() => reader!.bytes(44).next()),
  ).rejects.toThrow(/seal/);
  await reader!.close();
});
