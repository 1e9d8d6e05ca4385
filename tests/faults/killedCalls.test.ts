import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killedCall } from '../support/killedCall.ts';

describe('a recorded live call whose host is killed', () => {
  let dataDir: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'softspoken-killed-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  // One within its first second, one between two snapshots, one later; all in one library. `npm run soak` draws more.
  it.each([0.9, 2.45, 4.2])('is there at the next start when the host is killed after %s s', async (seconds) => {
    const call = await killedCall(dataDir, seconds);
    expect(call).toMatchObject({ state: 'recovered', keptTitle: true, plays: true });
    expect(call.missingSeconds).toBeLessThanOrEqual(1);
    expect(call.unreportedSeconds).toBeLessThanOrEqual(1);
    process.stderr.write(
      `killed after ${seconds} s: ${call.missingSeconds.toFixed(2)} s missing, recovered ${call.recoveredSeconds.toFixed(2)} s after the start\n`,
    );
  });
});
