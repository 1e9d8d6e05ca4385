import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killedImport } from '../support/killedImport.ts';

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'softspoken-killed-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

// `npm run soak` imports 200 and kills three times.
it('has every recording exactly once after the host was killed during an import', async () => {
  const outcome = await killedImport(dir, 12, [0.4]);
  expect(outcome).toMatchObject({ missing: [], doubled: [], incomplete: 0, state: 'done' });
  // A copy is recognised by its content; the order of the two does not matter.
  expect(outcome.progress).toMatchObject({ total: 14, done: 12, duplicates: 1, failed: 1 });
  expect(outcome.doneAtKills[0]).toBeLessThan(12);
  process.stderr.write(`killed after ${outcome.doneAtKills[0]} of 12, ${outcome.seconds.toFixed(1)} s in all\n`);
}, 120_000);
