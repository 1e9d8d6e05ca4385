import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, medianSpread, quantile } from '../../../../core/statistics/median.ts';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('the median', () => {
  it.each([
    [[0.2, 2.0], 1.1],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('of %j is %d', (given, expected) => expect(median(given)).toBeCloseTo(expected, 12));

  it('is undefined without values', () => expect(median([])).toBeUndefined());

  it('does not reorder the values', () => {
    const given = [3, 1, 2];
    median(given);
    expect(given).toEqual([3, 1, 2]);
  });

  it('is negated when the values are: neither side is preferred', () => {
    fc.assert(
      fc.property(values, (given) => {
        expect(median(given.map((value) => -value))).toBeCloseTo(-median(given)!, 6);
      }),
    );
  });
});

describe('a quantile', () => {
  it('rises from the lowest value to the highest without ever falling', () => {
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, p, q) => {
          const sorted = given.toSorted((a, b) => a - b);
          expect([quantile(sorted, 0), quantile(sorted, 1)]).toEqual([sorted[0], sorted.at(-1)]);
          expect(quantile(sorted, Math.min(p, q))).toBeLessThanOrEqual(quantile(sorted, Math.max(p, q)) + 1e-6);
        },
      ),
    );
  });
});

describe('a median with its spread', () => {
  it('has the quartiles of the textbook', () => {
    expect(medianSpread([4, 1, 3, 2])).toEqual({ n: 4, median: 2.5, q1: 1.75, q3: 3.25 });
    expect(medianSpread([])).toBeUndefined();
  });
});
