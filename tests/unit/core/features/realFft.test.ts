import { describe, expect, it } from 'vitest';
import { RealFft } from '../../../../core/features/realFft.ts';
import { seededRandom } from '../../../support/signals.ts';

describe('RealFft', () => {
  it.each([32, 64, 512, 1024])('agrees with the definition at size %i', (size) => {
    const random = seededRandom(size);
    const samples = Float64Array.from({ length: size }, () => random() - 0.5);
    const fft = new RealFft(size);
    fft.transform(samples);
    for (const bin of [0, 1, size / 4, size / 2 - 1, size / 2]) {
      let re = 0;
      let im = 0;
      for (let i = 0; i < size; i++) {
        re += samples[i]! * Math.cos((2 * Math.PI * bin * i) / size);
        im -= samples[i]! * Math.sin((2 * Math.PI * bin * i) / size);
      }
      expect(fft.re[bin]).toBeCloseTo(re, 5);
      expect(fft.im[bin]).toBeCloseTo(im, 5);
    }
  });

  it('stores the results of two transforms of one size separately', () => {
    const [first, second] = [new RealFft(64), new RealFft(64)];
    first.transform(new Float64Array(64).fill(1));
    second.transform(new Float64Array(64));
    expect([first.re[0], second.re[0]]).toEqual([64, 0]);
  });

  it('rejects sizes that are not a power of two or are too small', () => {
    for (const size of [0, 3, 16, 100, 2 ** 17]) expect(() => new RealFft(size)).toThrow(RangeError);
  });
});
