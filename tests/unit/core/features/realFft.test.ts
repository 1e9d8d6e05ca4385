import { describe, expect, it } from 'vitest';
import { RealFft } from '../../../../core/features/realFft.ts';
import { seededRandom } from '../../../support/signals.ts';

describe('RealFft', () => {
  it.each([4, 8, 64, 512, 1024])('agrees with the definition at size %i', (size) => {
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
      expect(fft.re[bin]).toBeCloseTo(re, 9);
      expect(fft.im[bin]).toBeCloseTo(im, 9);
    }
  });

  it('refuses sizes that are no power of two', () => {
    for (const size of [0, 2, 3, 100, 2 ** 17]) expect(() => new RealFft(size)).toThrow(RangeError);
  });
});
