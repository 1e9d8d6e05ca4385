import { spawnSync } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRunDir } from '../../../../main/storage/runDir.ts';

let tempDir: string;

beforeEach(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'softspoken-test-'));
});

afterEach(() => rm(tempDir, { recursive: true, force: true }));

describe('the folder of a run', () => {
  it.skipIf(process.platform === 'win32')('is readable by this user alone', async () => {
    const { path } = await openRunDir(join(tempDir, 'deep', 'temp'));
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect((await stat(join(tempDir, 'deep', 'temp'))).mode & 0o777).toBe(0o700);
  });

  it('is erased with everything in it', async () => {
    const run = await openRunDir(tempDir);
    await writeFile(join(run.path, 'call.wav'), 'x');
    await run.erase();
    await run.erase();
    expect(await readdir(tempDir)).toEqual([]);
  });

  it('erases those of runs that are over, and leaves those that go on and what is not ours', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const dead = join(tempDir, `run-${pid}-0123456789ab`);
    await mkdir(dead);
    await writeFile(join(dead, 'call.wav'), 'x');
    await mkdir(join(tempDir, 'something-else'));
    const living = await openRunDir(tempDir);
    await openRunDir(tempDir);
    await expect(access(dead)).rejects.toThrow();
    await access(living.path);
    await access(join(tempDir, 'something-else'));
  });
});
