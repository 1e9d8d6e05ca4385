import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DamageOutcome, DamageTrial, damages } from '../../tests/support/damagedDatabase.ts';
import { seededRandom } from '../../tests/support/signals.ts';
import type { SoakPart } from './soakPart.ts';

export const damagedDatabases: SoakPart = {
  name: 'damaged-databases',
  title: 'Damaged databases',
  count: 300,
  async run({ seed, count }) {
    const folder = await mkdtemp(join(tmpdir(), 'softspoken-soak-'));
    try {
      const trial = new DamageTrial(join(folder, 'trial'));
      const draw = seededRandom(seed);
      const outcomes: DamageOutcome[] = [];
      const crashes: unknown[] = [];
      for (let i = 0; i < count; i++) {
        try {
          outcomes.push(trial.run(damages[i % damages.length]!, draw));
        } catch (error) {
          crashes.push(error);
        }
      }
      const wrong = outcomes.filter(({ wrongCalls }) => wrongCalls > 0).length;
      const silent = outcomes.filter(({ noticed, missingCalls }) => !noticed && missingCalls > 0).length;
      const lost = outcomes.filter(({ isPreserved }) => !isPreserved).length;
      const noticed = outcomes.filter((outcome) => outcome.noticed);
      const missing = noticed.reduce((sum, { missingCalls }) => sum + missingCalls, 0);
      return {
        figures: [
          ['databases truncated, with a wiped page or with a flipped bit, a third each', String(count)],
          ['crashes', String(crashes.length)],
          ['with any wrong answer', String(wrong)],
          ['damage noticed and recovered; the others answer as before the damage', String(noticed.length)],
          ['damaged files not preserved unchanged', String(lost)],
          ['calls lost, with a backup of half of them', `${((100 * missing) / (200 * count)).toFixed(1)}%`],
        ],
        failures: [
          ...crashes.map(String),
          ...(wrong > 0 ? [`${wrong} databases gave wrong answers`] : []),
          ...(silent > 0 ? [`${silent} databases lost calls without a notice`] : []),
          ...(lost > 0 ? [`${lost} damaged files were not preserved`] : []),
        ],
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
