import { describe, expect, it } from 'vitest';
import { CosineTransform } from '../../../../core/features/cosineTransform.ts';
import { RealFft } from '../../../../core/features/realFft.ts';
import { seededRandom } from '../../../support/signals.ts';

describe('CosineTransform', () => {
  it.each([64, 512, 1024])('is the transform of the whole even sequence of size %i', (size) => {
    const random = seededRandom(size);
    const sequence = Float64Array.from({ length: size / 2 + 1 }, () => random() - 0.5);
    const whole = Float64Array.from({ length: size }, (_, i) => sequence[Math.min(i, size - i)]!);
    const fft = new RealFft(size);
    fft.transform(whole);
    const cosine = new CosineTransform(size);
    cosine.transform(sequence);
    expect(cosine.values).toHaveLength(size / 2 + 1);
    for (let k = 0; k <= size / 2; k++) expect(cosine.values[k]).toBeCloseTo(fft.re[k]!, 4);
  });

  it('rejects sizes that are not a power of two or are too small', () => {
    for (const size of [0, 12, 32, 100, 2 ** 18]) expect(() => new CosineTransform(size)).toThrow(RangeError);
  });
});
