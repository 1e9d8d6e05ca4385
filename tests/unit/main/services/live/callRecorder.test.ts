import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SealedWaveReader } from '../../../../../main/storage/calls/sealedWaveReader.ts';
import { createRecordingFile } from '../../../../../main/storage/calls/sealedWaveWriter.ts';
import { failedRecording, readBack, record } from '../../../../support/failingRecording.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softspoken-recorder-'));
  path = join(folder, 'audio');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const failedWrites = ([1, 2, 3, 4, 5, 6] as const).flatMap((writes) =>
  (['ENOSPC', 'EIO'] as const).map((code) => [code, writes] as const),
);
it.each(failedWrites)(
  'keeps what it recorded when the disk reports %s after write %i, reports that once and closes the file',
  async (code, writes) => {
    const { failures, wav } = await failedRecording(path, 3, writes, code);
    expect(failures).toMatchObject([{ code }]);
    // The first write is the header; each further one half a second.
    expect(wav.length).toBe(44 + (writes - 1) * 16_000);
    expect(wav.readUInt32LE(40)).toBe(wav.length - 44);
    if (writes > 1) expect(wav.readInt16LE(44)).toBe(Math.round(0.01 * 0x8000));
  },
);

it('records a call to its end, even between two sealed records', async () => {
  const failures: unknown[] = [];
  await record(await createRecordingFile(path), 1.2, (error) => failures.push(error));
  expect(failures).toEqual([]);
  expect((await readBack(path)).length).toBe(44 + 1.2 * 32_000);
});

it('shows nobody the recording without the key of the call', async () => {
  await record(await createRecordingFile(path), 1, (error) => expect.unreachable(String(error)));
  const reader = await SealedWaveReader.open(path, Buffer.alloc(32, 4), 'call');
  await expect(
    reader!
      .bytes()
      .next()
      .then(() => reader!.bytes(44).next()),
  ).rejects.toThrow(/seal/);
  await reader!.close();
});
