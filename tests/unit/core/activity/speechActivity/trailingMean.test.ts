import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TrailingMean } from '../../../../../core/activity/speechActivity/trailingMean.ts';

describe('TrailingMean', () => {
  it('is the mean of the last values, or of fewer at the start', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 40 }),
        (length, values) => {
          const mean = new TrailingMean(length);
          values.forEach((value, i) => {
            const window = values.slice(Math.max(0, i + 1 - length), i + 1);
            expect(mean.next(value)).toBeCloseTo(window.reduce((sum, v) => sum + v, 0) / window.length, 9);
          });
        },
      ),
    );
  });

  it.each([0, 1.5, -1])('rejects a length of %d', (length) => {
    expect(() => new TrailingMean(length)).toThrow(RangeError);
  });
});
