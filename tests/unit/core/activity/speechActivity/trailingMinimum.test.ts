import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TrailingMinimum } from '../../../../../core/activity/speechActivity/trailingMinimum.ts';

describe('TrailingMinimum', () => {
  it('is the minimum of the last values, or of fewer at the start', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 }),
        (length, values) => {
          const minimum = new TrailingMinimum(length);
          values.forEach((value, i) => {
            expect(minimum.next(value)).toBe(Math.min(...values.slice(Math.max(0, i + 1 - length), i + 1)));
          });
        },
      ),
    );
  });

  it.each([0, 1.5, -1])('rejects a length of %d', (length) => {
    expect(() => new TrailingMinimum(length)).toThrow(RangeError);
  });
});
