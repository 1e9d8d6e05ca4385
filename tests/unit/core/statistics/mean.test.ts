import { describe, expect, it } from 'vitest';
import { mean, RunningMean } from '../../../../core/statistics/mean.ts';

describe('a mean', () => {
  it('counts what is known only', () => expect(mean([1, undefined, 3, null])).toBe(2));

  it('of nothing known is unknown', () => expect([mean([]), mean([null])]).toEqual([undefined, undefined]));

  it('that runs along is the mean of what has come so far', () => {
    const running = new RunningMean();
    const values = [4, undefined, 2].map((value) => {
      running.push(value);
      return running.value;
    });
    expect([values, running.count]).toEqual([[4, 4, 3], 2]);
  });
});
