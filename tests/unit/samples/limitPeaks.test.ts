import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitPeaks } from '../../../samples/limitPeaks.ts';

const RATE = 16_000;

describe('limitPeaks', () => {
  it('lets no sample over the ceiling', () => {
    const samples = fc.float32Array({ minLength: 1, maxLength: 400, min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(samples, (signal) => {
        const peak = limitPeaks(signal, 0.5, RATE).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        expect(peak).toBeLessThanOrEqual(0.5 * (1 + 1e-6));
      }),
    );
  });

  it('does not change a signal below the ceiling', () => {
    const signal = Float32Array.of(0, 0.5, -0.5, 0.25);
    expect(limitPeaks(signal, 0.5, RATE)).toEqual(signal);
  });

  it('does not change samples far from a peak', () => {
    const signal = new Float32Array(1000).fill(0.25);
    signal[500] = 1;
    const limited = limitPeaks(signal, 0.5, RATE);
    expect(limited[500]).toBeCloseTo(0.5, 6);
    expect(limited[403]).toBe(0.25);
    expect(limited[597]).toBe(0.25);
  });

  it('rejects a ceiling of zero', () => {
    expect(() => limitPeaks(new Float32Array(1), 0, RATE)).toThrow(RangeError);
  });
});
