import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINE_DELAY_SAMPLES, FineResampler } from '../../../../core/audio/fineResampler.ts';

const rateHz = 16_000;

function tone(frequencyHz: number, count: number, ratio = 1, delay = 0): Float32Array {
  return Float32Array.from({ length: count }, (_, n) =>
    Math.sin((2 * Math.PI * frequencyHz * (n - delay)) / (rateHz * ratio)),
  );
}

/** Largest difference after the resampler's start. */
function error(a: Float32Array, b: Float32Array): number {
  let largest = 0;
  for (let n = 200; n < Math.min(a.length, b.length); n++) largest = Math.max(largest, Math.abs(a[n]! - b[n]!));
  return largest;
}

describe('FineResampler', () => {
  it('changes nothing but the time at a ratio of 1', () => {
    const input = tone(1_000, 4_000);
    const output = new FineResampler().push(input, 1);
    expect(output).toHaveLength(4_000);
    expect([...output.subarray(FINE_DELAY_SAMPLES)]).toEqual([...input.subarray(0, 4_000 - FINE_DELAY_SAMPLES)]);
  });

  it.each([
    [300, 1.0005],
    [1_000, 0.9995],
    [4_000, 1.001],
    [6_500, 0.999],
  ])('makes a tone of %d Hz by the factor %d longer without touching its shape', (frequencyHz, ratio) => {
    const output = new FineResampler().push(tone(frequencyHz, rateHz), ratio);
    expect(Math.abs(output.length - rateHz * ratio)).toBeLessThanOrEqual(1);
    expect(error(output, tone(frequencyHz, output.length, ratio, FINE_DELAY_SAMPLES * ratio))).toBeLessThan(0.01);
  });

  it('returns the same samples for any chunking', () => {
    const input = tone(440, 3_000);
    const whole = new FineResampler().push(input, 1.0004);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 12 }), (lengths) => {
        const resampler = new FineResampler();
        const output: number[] = [];
        let start = 0;
        for (const length of [...lengths, 3_000]) {
          output.push(...resampler.push(input.subarray(start, start + length), 1.0004));
          start = Math.min(3_000, start + length);
        }
        expect(Math.abs(output.length - whole.length)).toBeLessThanOrEqual(1);
        expect(error(Float32Array.from(output), whole)).toBeLessThan(1e-3);
      }),
    );
  });

  it('rejects a ratio that is not close to 1', () => {
    expect(() => new FineResampler().push(new Float32Array(1), 1.01)).toThrow(RangeError);
  });
});
