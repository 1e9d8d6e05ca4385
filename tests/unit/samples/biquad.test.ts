import { describe, expect, it } from 'vitest';
import { type Biquad, filtered, highShelf, lowPass } from '../../../samples/biquad.ts';
import { levelDbfs } from '../../../samples/speechLevel.ts';

const RATE = 16_000;

/** Returns the section's gain for a tone, over the last half of one second. */
function gainDb(section: Biquad, hz: number): number {
  const tone = Float32Array.from({ length: RATE }, (_, i) => 0.1 * Math.sin((2 * Math.PI * hz * i) / RATE));
  return levelDbfs(filtered(tone, section).subarray(RATE / 2)) - levelDbfs(tone.subarray(RATE / 2));
}

describe('highShelf', () => {
  it.each([6, -4])(
    'does not change low frequencies, adds half of %i dB at the corner and all of it at the top',
    (gain) => {
      const shelf = highShelf(1000, gain, RATE);
      expect(gainDb(shelf, 50)).toBeCloseTo(0, 1);
      expect(gainDb(shelf, 1000)).toBeCloseTo(gain / 2, 2);
      expect(gainDb(shelf, 7500)).toBeCloseTo(gain, 1);
    },
  );

  it('changes nothing at 0 dB', () => {
    const samples = [0.5, -0.25, 0.125, 0];
    const output = filtered(Float32Array.from(samples), highShelf(1000, 0, RATE));
    for (const [index, sample] of samples.entries()) expect(output[index]).toBeCloseTo(sample, 12);
  });

  it('rejects a corner above the Nyquist frequency', () => {
    expect(() => highShelf(8001, 3, RATE)).toThrow(RangeError);
  });
});

describe('lowPass', () => {
  it('passes low frequencies, is 3 dB down at the corner and falls by about 12 dB per octave above', () => {
    const section = lowPass(1000, RATE);
    expect(gainDb(section, 50)).toBeCloseTo(0, 2);
    expect(gainDb(section, 1000)).toBeCloseTo(-3.01, 1);
    expect(gainDb(section, 2000)).toBeLessThan(-12);
  });
});
