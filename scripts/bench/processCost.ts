import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface ProcessCost {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  /** Peak memory of the largest process. */
  readonly peakMegabytes: number;
}

/**
 * Runs a program to its end and returns what it cost.
 *
 * @throws {Error} if the program fails or GNU time is not installed
 */
export async function processCost(command: string, args: readonly string[]): Promise<ProcessCost> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const out = join(folder, 'time.txt');
    const timed = ['-o', out, '-f', '%e %U %S %M', command, ...args];
    await promisify(execFile)('/usr/bin/time', timed, { maxBuffer: 2 ** 30 });
    const [wall, user, system, kilobytes] = (await readFile(out, 'utf8')).trim().split(' ').map(Number);
    return { wallSeconds: wall!, cpuSeconds: user! + system!, peakMegabytes: kilobytes! / 1024 };
  } finally {
    await rm(folder, { recursive: true });
  }
}
