import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { PulseAudio, pulseAudioProblem } from '../../tests/support/pulseAudio.ts';
import type { BenchSetup } from './benchSetup.ts';
import { atMost, type Figure } from './figure.ts';
import { processTree } from './processTree.ts';

const PROBE = join(import.meta.dirname, 'loopDelayProbe.ts');
/** By then everything is loaded and compiled. */
const SETTLED_SECONDS = 30;
const delaysSchema = z.object({ p50: z.number(), p99: z.number() });

/** Measures what the host costs during a live call with both channels from virtual inputs. */
export async function liveSection({ recordings, cli, minutes }: BenchSetup): Promise<readonly Figure[]> {
  const problem = pulseAudioProblem();
  if (problem) return [{ what: 'a live call', measured: problem }];
  const seconds = minutes * 60 + SETTLED_SECONDS;
  const call = await recordings.call();
  const folder = await mkdtemp(join(tmpdir(), 'bench-live-'));
  const pulse = await PulseAudio.start();
  try {
    const loopDelay = join(folder, 'loop.json');
    const inputs = ['--device', 'Headset', '--customer-device', 'Monitor of Speaker'];
    const host = spawn(
      process.execPath,
      ['--import', PROBE, cli, 'live', ...inputs, '--seconds', String(seconds), '--json'],
      { env: { ...pulse.env, BENCH_LOOP_DELAY: loopDelay }, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const exit = once(host, 'exit');
    pulse.play('voice', repeatedAt48kHz(call[0]!, seconds));
    pulse.play('speaker', repeatedAt48kHz(call[1]!, seconds));
    await setTimeout(SETTLED_SECONDS * 1000);
    const before = costsOf(host.pid!);
    const startedAt = performance.now();
    await setTimeout((minutes * 60 - 5) * 1000);
    const after = costsOf(host.pid!);
    const elapsed = (performance.now() - startedAt) / 1000;
    await exit;
    const delays = delaysSchema.parse(JSON.parse(await readFile(loopDelay, 'utf8')));
    const share = (part: 'host' | 'captureChild') => (100 * (after[part] - before[part])) / elapsed;
    return [
      atMost('CPU of the host without its capture children', share('host'), 4, '% of a core', 2),
      { what: 'CPU of the capture children', measured: `${share('captureChild').toFixed(2)}% of a core` },
      atMost(`growth of resident memory after ${minutes} min`, after.megabytes - before.megabytes, 5, 'MB'),
      atMost('delay of the event loop, p99', delays.p99, 20, 'ms'),
      {
        what: 'delay of the event loop, p50 (includes the 10 ms of its timer)',
        measured: `${delays.p50.toFixed(1)} ms`,
      },
    ];
  } finally {
    await pulse.stop();
    await rm(folder, { recursive: true });
  }
}

function costsOf(id: number) {
  const costs = { host: 0, captureChild: 0, megabytes: 0 };
  for (const { command, cpuSeconds, residentMegabytes } of processTree(id)) {
    if (command.includes('captureChild')) costs.captureChild += cpuSeconds;
    else {
      costs.host += cpuSeconds;
      costs.megabytes += residentMegabytes;
    }
  }
  return costs;
}

/** Resamples from 16 kHz by linear interpolation and repeats the result. */
function repeatedAt48kHz(samples: Float32Array, seconds: number): Float32Array {
  return Float32Array.from({ length: seconds * 48_000 }, (_, i) => {
    const at = Math.floor(i / 3);
    const here = samples[at % samples.length]!;
    return here + ((samples[(at + 1) % samples.length]! - here) * (i % 3)) / 3;
  });
}
