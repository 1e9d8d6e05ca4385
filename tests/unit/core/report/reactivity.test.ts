import { describe, expect, it } from 'vitest';
import { changeAround, meanChange, meanWithin } from '../../../../core/report/reactivity.ts';
import { worstWindow } from '../../../../core/report/worstWindow.ts';

const curve = (values: (number | undefined)[]) => ({ stepSeconds: 0.25, values });

describe('meanWithin', () => {
  it('leaves out steps without speech', () => {
    expect(meanWithin(curve([1, undefined, 3, 100]), [0, 0.75])).toBe(2);
  });

  it('is undefined without speech and outside the call', () => {
    expect(meanWithin(curve([undefined, undefined]), [0, 0.5])).toBeUndefined();
    expect(meanWithin(curve([1]), [5, 9])).toBeUndefined();
  });
});

describe('changeAround', () => {
  it('returns the height of a step', () => {
    const step = curve([...Array(40).fill(-20), ...Array(40).fill(-23)]);
    expect(changeAround(step, 10, 10)).toBeCloseTo(-3, 12);
  });

  it('is undefined if one side has no speech', () => {
    expect(changeAround(curve([1, 1, undefined, undefined]), 0.5, 10)).toBeUndefined();
  });
});

describe('meanChange', () => {
  it('returns the mean with the interval of Student’s t', () => {
    const found = meanChange([-1, -2, -3])!;
    expect(found.valueDb).toBeCloseTo(-2, 12);
    expect(found.ci95[0]).toBeCloseTo(-2 - 4.303 / Math.sqrt(3), 3);
    expect(found.n).toBe(3);
  });

  it('is undefined for two changes', () => {
    expect(meanChange([1, 2])).toBeUndefined();
  });
});

describe('worstWindow', () => {
  it('finds the 30 s with the highest mean', () => {
    const values = Array.from({ length: 480 }, (_, i) => (i >= 200 && i < 320 ? 5 : 0));
    expect(worstWindow(curve(values), 30)).toEqual([50, 80]);
  });

  it('takes a short call as one window and finds none in silence', () => {
    expect(worstWindow(curve([1, 2, 3, 4]), 30)).toEqual([0, 1]);
    expect(worstWindow(curve([undefined, undefined]), 30)).toBeUndefined();
    expect(worstWindow(curve([]), 30)).toBeUndefined();
  });

  it('ignores a single loud word in silence', () => {
    const values: (number | undefined)[] = Array(480).fill(1);
    values.fill(undefined, 240, 480);
    values[400] = 30;
    expect(worstWindow(curve(values), 30)![1]).toBeLessThan(75);
  });
});
