import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWavFile, WavWriter, type WritableFile } from '../../../../main/audio/wavWriter.ts';
import { decodeBytes } from '../../../support/decodedAudio.ts';
import { roundedToBits, sine } from '../../../support/toneFixtures.ts';
import { asOrdinaryUser } from '../capture/file/asOrdinaryUser.ts';

const format = { sampleRateHz: 16_000, channelCount: 2 };
const stereo = [440, 660].map((frequencyHz) => sine({ sampleRateHz: 16_000, sampleCount: 4_000, frequencyHz }));
const asInt16 = (samples: Float32Array) => roundedToBits(samples, 16);

describe('WavWriter', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wav-writer-'));
    path = join(folder, 'call.wav');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('writes what a reader gets back, within half a step of 16 bits', async () => {
    const writer = await createWavFile(path, format);
    for (let from = 0; from < 4_000; from += 700) await writer.write(stereo.map((s) => s.subarray(from, from + 700)));
    await writer.close();
    const { channels, broken, source } = await decodeBytes(await readFile(path));
    expect(channels).toEqual(stereo.map(asInt16));
    expect(broken).toBeUndefined();
    expect(source).toMatchObject({ ...format, expectedSampleCount: 4_000 });
  });

  it('is readable at any time before it is closed', async () => {
    const writer = await createWavFile(path, format);
    await expect(decodeBytes(await readFile(path))).rejects.toMatchObject({ code: 'empty-audio' });
    for (let count = 1; count <= 3; count++) {
      await writer.write(stereo);
      const bytes = await readFile(path);
      expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(40, true)).toBe(0xffffffff);
      expect((await decodeBytes(bytes)).channels[0]).toHaveLength(4_000 * count);
    }
    await writer.close();
  });

  it('has true sizes once it is closed', async () => {
    const writer = await createWavFile(path, format);
    await writer.write(stereo);
    await writer.close();
    const bytes = await readFile(path);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect(view.getUint32(40, true)).toBe(16_000);
    expect(view.getUint32(4, true)).toBe(bytes.length - 8);
  });

  it('clips samples beyond full scale and writes 0 for NaN', async () => {
    const writer = await createWavFile(path, { sampleRateHz: 8_000, channelCount: 1 });
    await writer.write([Float32Array.of(1.5, -1.5, Number.NaN, 1, -1)]);
    await writer.close();
    const { channels } = await decodeBytes(await readFile(path));
    expect([...channels[0]!].map((v) => v * 32_768)).toEqual([32_767, -32_768, 0, 32_767, -32_768]);
  });

  it.skipIf(process.platform === 'win32')('makes files that only their owner can read', async () => {
    await (await createWavFile(path, format)).close();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('continues where it was after the file system refused a write', async () => {
    const disk = fakeFile();
    const writer = await WavWriter.start(disk.file, format);
    await writer.write(stereo);
    disk.refuseAfterBytes(1_001);
    await expect(writer.write(stereo)).rejects.toThrow('ENOSPC');
    expect((await decodeBytes(disk.bytes())).channels[0]!.subarray(0, 4_000)).toEqual(asInt16(stereo[0]!));
    disk.refuseAfterBytes(Number.POSITIVE_INFINITY);
    await writer.write(stereo);
    await writer.close();
    const twice = Float32Array.from([...stereo[0]!, ...stereo[0]!]);
    expect((await decodeBytes(disk.bytes())).channels[0]).toEqual(asInt16(twice));
  });

  it('accepts only the channels that it was made for', async () => {
    const writer = await createWavFile(path, format);
    await expect(writer.write([stereo[0]!])).rejects.toThrow(RangeError);
    await expect(writer.write([stereo[0]!, new Float32Array(1)])).rejects.toThrow(RangeError);
    await writer.close();
  });

  it.skipIf(process.platform === 'win32')('reports a folder that may not be written to', async () => {
    await chmod(folder, 0o555);
    await asOrdinaryUser(() =>
      expect(createWavFile(path, format)).rejects.toMatchObject({ code: 'no-write-permission' }),
    );
    await chmod(folder, 0o755);
  });
});

/** Creates a file in memory that accepts few bytes at a time and can be set to refuse. */
function fakeFile() {
  const content = Buffer.alloc(100_000);
  let length = 0;
  let allowed = Number.POSITIVE_INFINITY;
  const file = {
    async write(bytes: Uint8Array, offset: number, count: number, position: number) {
      const bytesWritten = Math.min(count, 600, allowed);
      if (bytesWritten === 0) throw new Error('ENOSPC');
      content.set(bytes.subarray(offset, offset + bytesWritten), position);
      length = Math.max(length, position + bytesWritten);
      allowed -= bytesWritten;
      return { bytesWritten, buffer: bytes };
    },
    async close() {},
  } as unknown as WritableFile;
  return {
    file,
    bytes: () => new Uint8Array(content.subarray(0, length)),
    refuseAfterBytes(count: number) {
      allowed = count;
    },
  };
}
