/**
 * Preloaded into a program, writes the delays of its event loop, in milliseconds, to the file named by
 * BENCH_LOOP_DELAY.
 */
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const path = process.env['BENCH_LOOP_DELAY'];
// Child processes and threads inherit the environment, but are not measured.
if (path && isMainThread && process.argv[1]?.endsWith('cli.js')) {
  const delays = monitorEventLoopDelay({ resolution: 10 });
  delays.enable();
  process.on('exit', () => {
    writeFileSync(path, JSON.stringify({ p50: delays.percentile(50) / 1e6, p99: delays.percentile(99) / 1e6 }));
  });
}
