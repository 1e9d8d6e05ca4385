import { describe, expect, it } from 'vitest';
import { defaultCallConfig } from '../../../../core/config/callConfig.ts';
import { semitones, vocalEffortDb } from '../../../../core/metrics/vocalEffort.ts';
import type { Baseline } from '../../../../core/model/baseline.ts';

const spread = (p50: number) => ({ p10: p50 - 3, p50, p90: p50 + 3 });
const baseline: Baseline = {
  schema: 'softspoken.baseline/1',
  device: null,
  agc: false,
  activeLufs: spread(-26),
  alphaRatioDb: spread(-12),
  f0Hz: spread(200),
  articulationRate: spread(4.5),
  alphaPerDb: 0.5,
};
const usual = { activeLufs: -26, alphaDb: -12, f0Hz: 200 };
const config = defaultCallConfig.effort;

/** A voice produced `db` louder: level 1 dB, alpha ratio 0.5 dB and F0 0.4 semitone per dB. */
const raised = (db: number) => ({
  activeLufs: -26 + db,
  alphaDb: -12 + 0.5 * db,
  f0Hz: 200 * 2 ** ((0.4 * db) / 12),
});

describe('vocalEffortDb', () => {
  it('is zero for speech like the baseline', () => {
    expect(vocalEffortDb(usual, baseline, true, config)).toBeCloseTo(0, 12);
    expect(vocalEffortDb(usual, baseline, false, config)).toBeCloseTo(0, 12);
  });

  it('reads a voice produced 6 dB louder as 6 dB, with and without a trusted gain', () => {
    expect(vocalEffortDb(raised(6), baseline, true, config)).toBeCloseTo(6, 9);
    expect(vocalEffortDb(raised(6), baseline, false, config)).toBeCloseTo(6, 9);
  });

  it('ignores gain if the gain is not trusted', () => {
    const turnedUp = { ...usual, activeLufs: -14 };
    expect(vocalEffortDb(turnedUp, baseline, false, config)).toBeCloseTo(0, 12);
    expect(vocalEffortDb(turnedUp, baseline, true, config)).toBeCloseTo(6, 12);
  });

  it('shares the weight of a missing part among the others', () => {
    expect(vocalEffortDb({ ...raised(5), alphaDb: undefined }, baseline, true, config)).toBeCloseTo(5, 9);
    expect(vocalEffortDb({ ...raised(5), f0Hz: undefined }, baseline, false, config)).toBeCloseTo(5, 9);
  });

  it('does not mistake a high voice for a loud one', () => {
    const high = { ...usual, f0Hz: 200 * 2 ** (4 / 12) };
    expect(vocalEffortDb(high, baseline, false, config)).toBeLessThan(1);
    expect(vocalEffortDb(high, baseline, true, config)).toBeLessThan(1);
  });

  it('is missing if both level and alpha ratio are unknown', () => {
    const pitchOnly = { activeLufs: undefined, alphaDb: undefined, f0Hz: 220 };
    expect(vocalEffortDb(pitchOnly, baseline, true, config)).toBeUndefined();
    expect(vocalEffortDb({ ...usual, alphaDb: undefined }, baseline, false, config)).toBeUndefined();
  });
});

describe('semitones', () => {
  it('has twelve per octave', () => {
    expect(semitones(440, 220)).toBeCloseTo(12, 12);
    expect(semitones(220, 440)).toBeCloseTo(-12, 12);
  });
});
