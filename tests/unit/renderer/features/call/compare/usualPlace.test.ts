import { describe, expect, it } from 'vitest';
import { usualPlace } from '../../../../../../renderer/features/call/compare/usualPlace.ts';

describe('the position of a call relative to the agent’s past', () => {
  const past = { n: 9, median: 10, q1: 8, q3: 12 };

  it('is counted from the median in widths of the usual range', () => {
    expect(usualPlace(past, 10)).toBe(0);
    expect(usualPlace(past, past.q3)).toBe(0.25);
    expect(usualPlace(past, past.q1)).toBe(-0.25);
    expect(usualPlace(past, 6)).toBe(-0.5);
  });

  it('stays within the axis', () => {
    expect(usualPlace(past, 18)).toBe(1);
    expect(usualPlace(past, -1e9)).toBe(-1);
  });

  it('is at the end for any other value if all past calls were alike', () => {
    const alike = { n: 9, median: 0, q1: 0, q3: 0 };
    expect([usualPlace(alike, 0), usualPlace(alike, 0.1), usualPlace(alike, -0.1)]).toEqual([0, 1, -1]);
  });
});
