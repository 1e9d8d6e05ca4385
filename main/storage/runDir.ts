import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { systemErrorCode } from '../errorCodes.ts';
import { makePrivateDir } from './privateDir.ts';

const runName = /^run-(\d+)-[0-9a-f]+$/;

/** A folder for the files of one run of the app: private, erased at its end and, after a crash, at the next start. */
export interface RunDir {
  readonly path: string;
  /** The last part of the path; no other run has the same. */
  readonly name: string;
  /** True for the name of a run that has not ended, this one among them. */
  isAlive(run: string): boolean;
  erase(): Promise<void>;
}

/** Makes this run's folder inside `tempDir` and erases those of runs that have ended. */
export async function openRunDir(tempDir: string): Promise<RunDir> {
  await makePrivateDir(tempDir);
  await eraseStaleRuns(tempDir);
  const name = `run-${process.pid}-${randomBytes(6).toString('hex')}`;
  const path = join(tempDir, name);
  await makePrivateDir(path);
  const isAlive = (run: string) => existsSync(join(tempDir, run));
  return { path, name, isAlive, erase: () => rm(path, { recursive: true, force: true }) };
}

async function eraseStaleRuns(tempDir: string): Promise<void> {
  for (const name of await readdir(tempDir)) {
    const pid = runName.exec(name)?.[1];
    if (pid === undefined) continue;
    const path = join(tempDir, name);
    if (!isProcess(Number(pid)) || (await isOlderThanBoot(path))) await rm(path, { recursive: true, force: true });
  }
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    return systemErrorCode(error) === 'EPERM';
  }
}

/** Process numbers start again when the machine does, so a folder from before that belongs to no living process. */
async function isOlderThanBoot(path: string): Promise<boolean> {
  const entry = await stat(path).catch(() => undefined);
  return entry !== undefined && entry.birthtimeMs > 0 && entry.birthtimeMs < Date.now() - uptime() * 1000 - 60_000;
}
