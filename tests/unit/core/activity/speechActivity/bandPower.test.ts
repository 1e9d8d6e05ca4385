import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BandPower } from '../../../../../core/activity/speechActivity/bandPower.ts';
import { chunksOf, concat, silence, sine, whiteNoise } from '../../../../support/signals.ts';

const powersOf = (signal: Float32Array) => new BandPower().push(signal);
const lastDb = (signal: Float32Array) => 10 * Math.log10(powersOf(signal).at(-1)!);

describe('BandPower', () => {
  it('returns the level of a tone in the telephone band within 0.2 dB', () => {
    expect(Math.abs(lastDb(sine(1000, 0.5, 0.5)) - 10 * Math.log10(0.125))).toBeLessThan(0.2);
  });

  it.each([
    ['mains hum', 50, -60],
    ['the lower edge', 300, -6],
    ['the upper edge', 3300, -6],
    ['hiss', 7000, -30],
  ])('passes %s (%d Hz) at no more than %d dB', (_, hz, gainDb) => {
    expect(lastDb(sine(hz, 0.5)) - lastDb(sine(1000, 0.5))).toBeLessThan(gainDb + 0.1);
  });

  it('falls to exactly zero in digital silence', () => {
    expect(powersOf(concat(sine(1000, 0.2), silence(2))).at(-1)).toBe(0);
  });

  it('returns the same values for any chunking', () => {
    const signal = whiteNoise(0.3);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 8 }), (lengths) => {
        const power = new BandPower();
        expect(chunksOf(signal, lengths).flatMap((chunk) => power.push(chunk))).toEqual(powersOf(signal));
      }),
    );
  });
});
