import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordingExtensions } from '../../../../../core/model/recordingFormats.ts';
import { recordingPaths } from '../../../../../main/capture/file/recordingPaths.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recording-paths-'));
});
afterEach(() => rm(folder, { recursive: true }));

const add = (name: string) => writeFile(join(folder, name), '');

describe('recordings among paths', () => {
  it('are the files of a folder with the extension of any format, at any depth, by name', async () => {
    await mkdir(join(folder, 'monday'));
    const names = recordingExtensions.map((extension, i) =>
      i % 2 ? join('monday', `a.${extension}`) : `b.${extension}`,
    );
    await Promise.all([...names, 'upper.WAV', 'notes.txt'].map(add));
    const found = await recordingPaths([folder]);
    expect(found.map(({ name }) => name)).toEqual([...names, 'upper.WAV'].sort());
  });

  it('are files that are named themselves, whatever their extension, and paths that do not exist', async () => {
    await add('call.bin');
    const paths = [join(folder, 'call.bin'), join(folder, 'missing.wav')];
    const found = await recordingPaths(paths);
    expect(found).toEqual([
      { path: paths[0], name: 'call.bin' },
      { path: paths[1], name: 'missing.wav' },
    ]);
  });
});
