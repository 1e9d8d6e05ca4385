import { median } from '../../core/statistics/median.ts';
import type { BenchSetup } from './benchSetup.ts';
import { atLeast, type Figure } from './figure.ts';
import { processCost } from './processCost.ts';

const RECORDINGS = 200;
const SECONDS = 12;

/** Measures a folder of short recordings with one thread and with two, in turn. */
export async function folderSection({ recordings, cli, runs }: BenchSetup): Promise<readonly Figure[]> {
  const paths: string[] = [];
  for (let i = 0; i < RECORDINGS; i++) {
    const name = `short/${String(i).padStart(3, '0')}`;
    paths.push(await recordings.wav(name, SECONDS, { fromSeconds: 7 * i, channels: 1 }));
  }
  const seconds: Record<'1' | '2', number[]> = { 1: [], 2: [] };
  for (let run = 0; run < runs; run++) {
    for (const jobs of ['1', '2'] as const) {
      const cost = await processCost(process.execPath, [cli, 'analyze', ...paths, '--jobs', jobs, '--json']);
      seconds[jobs].push(cost.wallSeconds);
    }
  }
  const gain = median(seconds[1])! / median(seconds[2])!;
  return [atLeast(`${RECORDINGS} recordings of ${SECONDS} s: two threads relative to one`, gain, 1.8, 'times', 2)];
}
