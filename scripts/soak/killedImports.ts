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
          ['recordings of 4 s, plus a copy of one and a file that is not a recording', String(count)],
          ['recordings imported at each SIGKILL', doneAtKills.join(', ')],
          ['recordings missing at the end', String(missing.length)],
          ['recordings imported twice', String(doubled.length)],
          ['calls without their report, waveform or audio', String(incomplete)],
          ['reported as already imported, and as not a recording', `${progress.duplicates}, ${progress.failed}`],
          ['total time, including the starts', `${seconds.toFixed(0)} s`],
        ],
        failures: [
          ...missing.map((name) => `${name} is missing`),
          ...doubled.map((name) => `${name} was imported twice`),
          ...(incomplete > 0 ? [`${incomplete} calls are incomplete`] : []),
          ...(isAccountedFor && progress.done === count ? [] : [`reported: ${JSON.stringify(progress)}`]),
        ],
      };
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
};
