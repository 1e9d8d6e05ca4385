import { describe, expect, it } from 'vitest';
import { parseDenseNetwork } from '../../../../core/features/denseNetwork.ts';

describe('a dense network', () => {
  it('sums weighted inputs and rectifies hidden values but not the output', () => {
    // Hidden: a − b + 1 and b − a; output: −2 · first + 3 · second + 0.5.
    const network = parseDenseNetwork(2, '1 -1 -1 1\n1 0\n-2 3\n0.5');
    expect(network.evaluate(Float64Array.of(4, 1))).toBe(-7.5);
    expect(network.evaluate(Float64Array.of(0, 5))).toBe(15.5);
  });

  it.each([
    ['weights that do not fit the inputs', '1 2 3\n0'],
    ['more than one output', '1 2 3 4\n0 0'],
  ])('refuses %s', (_, text) => {
    expect(() => parseDenseNetwork(2, text)).toThrow(RangeError);
  });
});
