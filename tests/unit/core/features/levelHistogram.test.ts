import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LevelHistogram } from '../../../../core/features/levelHistogram.ts';

describe('LevelHistogram', () => {
  it('returns percentiles within 1 dB', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -120, max: 0, noNaN: true }), { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0.1, 0.5, 0.9),
        (levels, share) => {
          const histogram = new LevelHistogram(1e9);
          for (const level of levels) histogram.add(level);
          const sorted = levels.toSorted((a, b) => a - b);
          // If the share falls between two levels, any value between them is the percentile.
          const low = sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-6) - 1)]!;
          const high = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length + 1e-6))]!;
          const found = histogram.percentileDb(share)!;
          expect(found).toBeGreaterThanOrEqual(low - 1.001);
          expect(found).toBeLessThanOrEqual(high + 1.001);
        },
      ),
    );
  });

  it('forgets levels several time constants old', () => {
    const histogram = new LevelHistogram(100);
    for (let i = 0; i < 1000; i++) histogram.add(-20);
    for (let i = 0; i < 500; i++) histogram.add(-60);
    expect(histogram.percentileDb(0.95)).toBeCloseTo(-59.5, 0);
  });

  it('keeps working when its weights outgrow their range', () => {
    const histogram = new LevelHistogram(10);
    for (let i = 0; i < 20_000; i++) histogram.add(i % 2 === 0 ? -30 : -50);
    expect(histogram.percentileDb(0.25)).toBeCloseTo(-49.5, 0);
    expect(histogram.percentileDb(0.75)).toBeCloseTo(-29.5, 0);
  });

  it('is empty at first, and counts levels outside its range in the end bins', () => {
    const histogram = new LevelHistogram(100);
    expect(histogram.percentileDb(0.5)).toBeUndefined();
    histogram.add(-500);
    expect(histogram.percentileDb(0.5)).toBeCloseTo(-129.5, 0);
    const loud = new LevelHistogram(100);
    loud.add(80);
    expect(loud.percentileDb(0.5)).toBeCloseTo(9.5, 0);
  });
});
