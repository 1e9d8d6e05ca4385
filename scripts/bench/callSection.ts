import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from '../../core/statistics/median.ts';
import type { BenchSetup } from './benchSetup.ts';
import { atLeast, atMost, type Figure } from './figure.ts';
import { type ProcessCost, processCost } from './processCost.ts';

const PRAAT_SCRIPT = join(import.meta.dirname, 'syllableCount.praat');
const HOUR = 3600;

/**
 * Measures an hour of call with two channels, in turn with Praat on the same file, and how the cost grows with length.
 */
export async function callSection(bench: BenchSetup): Promise<readonly Figure[]> {
  const { recordings, runs, long } = bench;
  const hour = await recordings.wav('hour', HOUR);
  const ours: ProcessCost[] = [];
  const praat: number[] = [];
  const withPraat = hasPraat();
  for (let run = 0; run < runs; run++) {
    ours.push(await analyse(bench, hour));
    if (withPraat) praat.push(await praatSeconds(hour));
  }
  const hourSeconds = median(ours.map(({ wallSeconds }) => wallSeconds))!;
  const cpuSeconds = median(ours.map((cost) => cost.cpuSeconds))!;
  const figures: Figure[] = [
    atLeast('one hour, two channels: speed relative to the call', HOUR / hourSeconds, 200, 'times'),
    atMost('CPU per frame (10 ms) of one channel', (cpuSeconds / HOUR / 200) * 1e6, 50, 'µs'),
    atMost('peak resident memory', Math.max(...ours.map(({ peakMegabytes }) => peakMegabytes)), 350, 'MB', 0),
    withPraat
      ? atMost('wall time relative to Praat that only counts syllables', hourSeconds / median(praat)!, 1, 'times', 2)
      : { what: 'wall time relative to Praat that only counts syllables', measured: 'Praat is not installed' },
  ];
  const lengths = [['ten minutes', 600], ...(long ? [['eight hours', 8 * HOUR] as const] : [])] as const;
  for (const [name, seconds] of lengths) {
    const path = await recordings.wav(name.replaceAll(' ', '-'), seconds);
    const costs: number[] = [];
    for (let run = 0; run < (seconds > HOUR ? 1 : runs); run++) costs.push((await analyse(bench, path)).cpuSeconds);
    const ratio = (median(costs)! / seconds) * (HOUR / cpuSeconds);
    figures.push({ what: `CPU per hour: ${name} relative to one hour`, measured: `${ratio.toFixed(2)} times` });
  }
  return figures;
}

function analyse({ cli }: BenchSetup, path: string): Promise<ProcessCost> {
  return processCost(process.execPath, [cli, 'analyze', path, '--jobs', '2', '--json']);
}

function hasPraat(): boolean {
  try {
    execFileSync('praat', ['--version']);
    return true;
  } catch {
    return false;
  }
}

async function praatSeconds(path: string): Promise<number> {
  return (await processCost('praat', ['--run', PRAAT_SCRIPT, path])).wallSeconds;
}
