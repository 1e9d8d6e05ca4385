import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWavFile } from '../../../../main/audio/wavWriter.ts';
import { openFileSource } from '../../../../main/capture/file/fileSource.ts';
import { writeClip } from '../../../../main/exports/writeClip.ts';

const rate = 8000;
const hasSoxi = spawnSync('soxi', ['-V']).status === 0;

describe('a clip', () => {
  let folder: string;
  let recording: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'softspoken-clip-'));
    recording = join(folder, 'call.wav');
    const writer = await createWavFile(recording, { sampleRateHz: rate, channelCount: 2 });
    // The sample's own number, so that every sample says where it came from.
    const ramp = Float32Array.from({ length: 3 * rate }, (_, i) => i / 0x8000);
    await writer.write([ramp, ramp.map((value) => -value)]);
    await writer.close();
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('holds exactly the samples of its span, of every channel', async () => {
    const clip = join(folder, 'clip.wav');
    expect(await writeClip(recording, [0.9, 2.1], clip)).toBeCloseTo(1.2, 9);
    const source = await openFileSource(clip);
    const channels: number[][] = [[], []];
    for await (const item of source) {
      if (item.type === 'samples') for (const [i, samples] of item.channels.entries()) channels[i]!.push(...samples);
    }
    await source.close();
    const numbers = channels.map((samples) => samples.map((value) => Math.round(value * 0x8000)));
    expect(numbers[0]).toEqual(Array.from({ length: 1.2 * rate }, (_, i) => 0.9 * rate + i));
    expect(numbers[1]).toEqual(numbers[0]!.map((value) => -value));
  });

  it.skipIf(!hasSoxi)(`is read by soxi${hasSoxi ? '' : ' (skipped: sox is not installed)'}`, async () => {
    const clip = join(folder, 'soxi.wav');
    await writeClip(recording, [2.5, 9], clip);
    const about = (option: string) => spawnSync('soxi', [option, clip], { encoding: 'utf8' }).stdout.trim();
    expect([about('-r'), about('-c'), about('-s'), about('-b')]).toEqual(['8000', '2', '4000', '16']);
  });

  it('is not made of a span behind the end', async () => {
    const clip = join(folder, 'behind.wav');
    await expect(writeClip(recording, [3, 4], clip)).rejects.toMatchObject({ code: 'empty-audio' });
    expect(existsSync(clip)).toBe(false);
    await expect(writeClip(recording, [2, 2], clip)).rejects.toThrow(RangeError);
  });
});
