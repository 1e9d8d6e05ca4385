import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSpeechModel } from '../../../main/analysis/speechModel.ts';
import { amplified } from '../../../samples/speechLevel.ts';
import { readChannels } from '../../../scripts/accuracy/audio/readChannels.ts';
import { baselineOf, effortOf } from '../../../scripts/accuracy/effort/effortMeter.ts';

const folder = join(import.meta.dirname, '../../../samples/agent-baseline');

describe('effort relative to a baseline measured once', () => {
  it('does not follow the gain of a recording, and distinguishes a soft enrolment from a normal one', async () => {
    const model = await loadSpeechModel();
    const [normal] = await readChannels(join(folder, 'normal.flac'));
    const [soft] = await readChannels(join(folder, 'soft.flac'));
    const baseline = (await baselineOf(model, normal!))!;
    const usualEffort = (await effortOf(model, normal!, baseline))!;
    const softEffort = (await effortOf(model, soft!, baseline))!;
    expect(usualEffort - softEffort).toBeGreaterThan(3);
    // The soft enrolment leaves room for 12 dB more below full scale.
    for (const gainDb of [-12, 12]) {
      const turned = amplified(soft!, gainDb);
      expect(turned.every((sample) => Math.abs(sample) < 0.99)).toBe(true);
      const effort = (await effortOf(model, turned, baseline))!;
      expect(Math.abs(effort - softEffort), `at ${gainDb} dB`).toBeLessThan(0.3);
    }
  }, 60_000);
});
