import { describe, expect, it } from 'vitest';
import { mean, RunningMean } from '../../../../core/statistics/mean.ts';

describe('a mean', () => {
  it('counts only known values', () => expect(mean([1, undefined, 3, null])).toBe(2));

  it('is undefined if no value is known', () => expect([mean([]), mean([null])]).toEqual([undefined, undefined]));

  it('is the mean of the values so far while they arrive', () => {
    const running = new RunningMean();
    const values = [4, undefined, 2].map((value) => {
      running.push(value);
      return running.value;
    });
    expect([values, running.count]).toEqual([[4, 4, 3], 2]);
  });
});
