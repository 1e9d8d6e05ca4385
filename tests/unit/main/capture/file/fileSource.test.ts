import { chmod, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDecodedSource } from '../../../../../main/capture/file/decodedSource.ts';
import { openFileSource } from '../../../../../main/capture/file/fileSource.ts';
import { drain, memoryStore } from '../../../../support/decodedAudio.ts';
import { fixturePath, sine } from '../../../../support/toneFixtures.ts';
import { waveBytes } from '../../../../support/waveBytes.ts';
import { asOrdinaryUser } from './asOrdinaryUser.ts';

const sampleRateHz = 8_000;
const tone = sine({ sampleRateHz, sampleCount: 10_000, frequencyHz: 440 });
const bytes = waveBytes([tone], { sampleRateHz, encoding: 'float32' });

describe('openFileSource', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'file-source-'));
    path = join(folder, 'call.mp3');
    await writeFile(path, bytes);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('goes by the content, not by the name', async () => {
    const source = await openFileSource(path);
    expect(source).toMatchObject({ container: 'WAV', codec: 'float 32-bit', sampleRateHz, channelCount: 1 });
    expect((await drain(source)).channels).toEqual([tone]);
  });

  it('reads compressed files from the disk', async () => {
    const { channels } = await drain(await openFileSource(fixturePath('stereo48k.opus')));
    expect(channels.map((samples) => samples.length)).toEqual([30_011, 30_011]);
  });

  it('reports its progress', async () => {
    const source = await openFileSource(path);
    const seen: number[] = [];
    for await (const item of source) if (item.type === 'samples') seen.push(source.progress!);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('explains what is wrong with the path', async () => {
    await expect(openFileSource(join(folder, 'none.wav'))).rejects.toMatchObject({
      code: 'file-not-found',
      message: 'There is no file "none.wav". Check its name and folder.',
    });
    await expect(openFileSource(join(path, 'below.wav'))).rejects.toMatchObject({ code: 'file-not-found' });
    await mkdir(join(folder, 'calls'));
    await expect(openFileSource(join(folder, 'calls'))).rejects.toMatchObject({
      code: 'not-audio',
      message: '"calls" is a folder. Choose one recording.',
    });
  });

  it.skipIf(process.platform === 'win32')('reports that a file may not be read', async () => {
    await chmod(folder, 0o755);
    await chmod(path, 0o000);
    await asOrdinaryUser(() =>
      expect(openFileSource(path)).rejects.toMatchObject({
        code: 'no-read-permission',
        message: expect.stringContaining('You don’t have permission to read "call.mp3"'),
      }),
    );
  });

  it('ends early if a file turns out shorter than it was', async () => {
    const long = waveBytes([new Float32Array(100_000)], { sampleRateHz, encoding: 'float32' });
    await writeFile(path, long);
    const source = await openFileSource(path);
    await truncate(path, 200_000);
    const { channels, broken } = await drain(source);
    expect(channels[0]!.length).toBeLessThan(60_000);
    expect(broken?.code).toBe('truncated-audio');
  });
});

describe('a decoded source', () => {
  it('reads no further than requested', async () => {
    const long = waveBytes([new Float32Array(1_000_000)], { sampleRateHz });
    const store = memoryStore(long);
    let furthest = 0;
    const watched = {
      ...store,
      read(into: Uint8Array, position: number) {
        furthest = Math.max(furthest, position + into.length);
        return store.read(into, position);
      },
    };
    const source = await openDecodedSource(watched, 'x', { readBytes: 1_000 });
    const items = source[Symbol.asyncIterator]();
    await items.next();
    await items.next();
    expect(furthest).toBeLessThan(50_000);
    await source.close();
  });

  it('closes its file at the end, when it is left early and when it is closed, even twice', async () => {
    const ended = memoryStore(bytes);
    await drain(await openDecodedSource(ended, 'x'));
    expect(ended.isClosed).toBe(true);

    const left = memoryStore(bytes);
    for await (const _item of await openDecodedSource(left, 'x')) break;
    expect(left.isClosed).toBe(true);

    const closed = memoryStore(bytes);
    const source = await openDecodedSource(closed, 'x');
    expect(closed.isClosed).toBe(false);
    await source.close();
    await source.close();
    expect(closed.isClosed).toBe(true);
    expect((await drain(source)).channels[0]).toHaveLength(0);
  });

  it('ends when it is closed in the middle', async () => {
    const source = await openDecodedSource(memoryStore(bytes), 'x');
    let count = 0;
    for await (const _item of source) {
      count++;
      await source.close();
    }
    expect(count).toBe(1);
  });

  it('stops with `cancelled` when its signal is aborted', async () => {
    await expect(openDecodedSource(memoryStore(bytes), 'x', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    const cancel = new AbortController();
    const store = memoryStore(bytes);
    const items = (await openDecodedSource(store, 'x', { signal: cancel.signal }))[Symbol.asyncIterator]();
    await items.next();
    cancel.abort();
    await expect(items.next()).rejects.toMatchObject({ code: 'cancelled' });
    expect(store.isClosed).toBe(true);
  });
});
