import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Histogram } from '../../../../core/metrics/histogram.ts';

const values = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 200 });

function filled(numbers: readonly number[]): Histogram {
  const histogram = new Histogram(-60, 60, 0.1);
  for (const value of numbers) histogram.add(value);
  return histogram;
}

describe('Histogram', () => {
  it('has no values while empty', () => {
    const histogram = new Histogram(0, 1, 0.1);
    expect([histogram.mean, histogram.standardDeviation, histogram.percentile(0.5)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('returns the percentiles of a ramp within a bin', () => {
    const histogram = filled(Array.from({ length: 1001 }, (_, i) => i / 25 - 20));
    expect(histogram.percentile(0.1)).toBeCloseTo(-16, 0);
    expect(Math.abs(histogram.percentile(0.5)!)).toBeLessThan(0.1);
    expect(Math.abs(histogram.percentile(0.9)! - 16)).toBeLessThan(0.1);
  });

  it('returns the exact mean and spread for any bins', () => {
    const histogram = new Histogram(0, 10, 5);
    for (const value of [2, 4, 4, 4, 5, 5, 7, 9]) histogram.add(value);
    expect(histogram.mean).toBeCloseTo(5, 12);
    expect(histogram.standardDeviation).toBeCloseTo(2, 12);
  });

  it('counts a weight as that number of values', () => {
    const weighted = new Histogram(0, 10, 0.5);
    weighted.add(2, 3);
    weighted.add(8);
    const repeated = new Histogram(0, 10, 0.5);
    for (const value of [2, 2, 2, 8]) repeated.add(value);
    expect(weighted.mean).toBeCloseTo(repeated.mean!, 12);
    expect(weighted.standardDeviation).toBeCloseTo(repeated.standardDeviation!, 12);
    expect(weighted.percentile(0.6)).toBeCloseTo(repeated.percentile(0.6)!, 12);
  });

  it('counts values outside its range in the outermost bins', () => {
    const histogram = new Histogram(0, 1, 0.1);
    histogram.add(-5);
    histogram.add(7);
    expect(histogram.percentile(0.25)).toBeLessThanOrEqual(0.1);
    expect(histogram.percentile(1)).toBeCloseTo(1, 9);
  });

  it('has the same content after merging as after adding all values', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const merged = filled(a);
        merged.merge(filled(b));
        const together = filled([...a, ...b]);
        expect(merged.mean).toBeCloseTo(together.mean!, 8);
        expect(merged.standardDeviation).toBeCloseTo(together.standardDeviation!, 6);
        expect(merged.percentile(0.9)).toBeCloseTo(together.percentile(0.9)!, 8);
      }),
    );
  });

  it('rejects merging different bins and having none', () => {
    expect(() => new Histogram(0, 1, 0.1).merge(new Histogram(0, 2, 0.1))).toThrow(RangeError);
    expect(() => new Histogram(1, 1, 0.1)).toThrow(RangeError);
    expect(() => new Histogram(0, 1, 0)).toThrow(RangeError);
  });

  it('has percentiles that never fall', () => {
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (numbers, p, q) => {
          const histogram = filled(numbers);
          expect(histogram.percentile(Math.min(p, q))!).toBeLessThanOrEqual(histogram.percentile(Math.max(p, q))!);
        },
      ),
    );
  });
});
