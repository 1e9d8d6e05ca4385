import { describe, expect, it } from 'vitest';
import { remainingTime } from '../../../../../main/services/recordings/remainingTime.ts';

describe('remainingTime', () => {
  it('assumes the mean speed so far', () => {
    expect(remainingTime(0.25, 10)).toBe(30);
    expect(remainingTime(1, 10)).toBe(0);
  });

  it('is unknown while too little is done', () => {
    expect(remainingTime(0.5, 0.5)).toBeNull();
    expect(remainingTime(0.001, 10)).toBeNull();
    expect(remainingTime(0, 0)).toBeNull();
  });
});
