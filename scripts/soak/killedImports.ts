import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killedImport } from '../../tests/support/killedImport.ts';
import { seededRandom } from '../../tests/support/signals.ts';
import type { SoakPart } from './soakPart.ts';

export const killedImports: SoakPart = {
  name: 'import',
  title: 'An import whose host is killed',
  count: 200,
  async run({ seed, count, kills }) {
    const dir = await mkdtemp(join(tmpdir(), 'softspoken-soak-'));
    try {
      const draw = seededRandom(seed);
      const outcome = await killedImport(
        dir,
        count,
        Array.from({ length: kills }, () => 0.05 + 0.9 * draw()),
      );
      const { doneAtKills, missing, doubled, incomplete, progress, seconds } = outcome;
      const isAccountedFor = progress.done + progress.duplicates + progress.failed === progress.total;
      return {
        figures: [
          ['recordings of 4 s, with a copy of one and a file that is none', String(count)],
          ['SIGKILL after so many were imported', doneAtKills.join(', ')],
          ['recordings missing at the end', String(missing.length)],
          ['recordings that are there twice', String(doubled.length)],
          ['calls without their report, waveform or audio', String(incomplete)],
          ['told as there already, and as no recording', `${progress.duplicates}, ${progress.failed}`],
          ['time in all, with the starts', `${seconds.toFixed(0)} s`],
        ],
        failures: [
          ...missing.map((name) => `${name} is missing`),
          ...doubled.map((name) => `${name} is there twice`),
          ...(incomplete > 0 ? [`${incomplete} calls are not whole`] : []),
          ...(isAccountedFor && progress.done === count ? [] : [`told: ${JSON.stringify(progress)}`]),
        ],
      };
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
};
