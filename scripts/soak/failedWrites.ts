import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failedRecording, type WriteErrorCode } from '../../tests/support/failingRecording.ts';
import type { SoakPart } from './soakPart.ts';

const callSeconds = 60;
const headerBytes = 44;
/** A write holds half a second of one party at 16 kHz, 16 bits. */
const bytesPerWrite = 16_000;
const longestMilliseconds = 1_000;
const codes: readonly WriteErrorCode[] = ['ENOSPC', 'EIO'];

export const failedWrites: SoakPart = {
  name: 'failed-writes',
  title: 'A recording whose disk fails at each of its writes in turn',
  count: 2 * callSeconds,
  async run({ count }) {
    const folder = await mkdtemp(join(tmpdir(), 'softspoken-soak-'));
    try {
      const failures: string[] = [];
      let [reported, playable, longest, runs] = [0, 0, 0, 0];
      for (const code of codes) {
        for (let writes = 1; writes <= count; writes++) {
          const outcome = await failedRecording(join(folder, 'audio'), count / 2, writes, code);
          const { failures: heard, toldAfterMilliseconds, wav } = outcome;
          longest = Math.max(longest, toldAfterMilliseconds);
          runs += 1;
          const isReported = heard.length === 1 && (heard[0] as NodeJS.ErrnoException).code === code;
          const isWhole =
            wav.length === headerBytes + (writes - 1) * bytesPerWrite &&
            wav.readUInt32LE(headerBytes - 4) === wav.length - headerBytes;
          reported += Number(isReported);
          playable += Number(isWhole);
          if (!isReported || !isWhole)
            failures.push(`${code} after ${writes} writes: reported ${isReported}, plays ${isWhole}`);
        }
      }
      if (!(longest <= longestMilliseconds)) failures.push(`reported after ${longest.toFixed(0)} ms`);
      return {
        figures: [
          [`recordings of ${count / 2} s, ${codes.join(' and ')} after each write`, String(runs)],
          ['failure reported exactly once', String(reported)],
          ['plays up to the last whole write', String(playable)],
          ['reported after at most', `${longest.toFixed(1)} ms`],
        ],
        failures,
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
