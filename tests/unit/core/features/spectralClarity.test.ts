import { describe, expect, it } from 'vitest';
import { MeydaFeatures } from '../../../../core/features/meydaFeatures.ts';
import { SpectralClarity, VOICED_CLARITY } from '../../../../core/features/spectralClarity.ts';
import { vowel, whiteNoise } from '../../../support/signals.ts';

function clarityOf(frame: Float32Array): number {
  return new SpectralClarity().of(new MeydaFeatures().powerSpectrum(frame));
}

describe('SpectralClarity', () => {
  it.each([90, 120, 180, 260, 350])('is near 1 for a voice of %i Hz', (f0Hz) => {
    const voice = vowel({ f0Hz: () => f0Hz, seconds: 0.032 });
    expect(clarityOf(voice)).toBeGreaterThan(0.9);
  });

  it('is high in a telephone band, without the fundamental', () => {
    expect(clarityOf(vowel({ f0Hz: () => 130, seconds: 0.032, bandHz: [300, 3400] }))).toBeGreaterThan(0.9);
  });

  it('stays under the voicing limit for noise', () => {
    const clarities = Array.from({ length: 200 }, (_, seed) => clarityOf(whiteNoise(0.032, 0.5, seed)));
    const voiced = clarities.filter((clarity) => clarity >= VOICED_CLARITY).length;
    expect(voiced / clarities.length).toBeLessThan(0.05);
  });

  it('is 0 in silence and for DC', () => {
    expect(clarityOf(new Float32Array(512))).toBe(0);
    expect(clarityOf(new Float32Array(512).fill(1e-6))).toBe(0);
  });

  it('does not carry anything from one frame to the next', () => {
    const meyda = new MeydaFeatures();
    const noise = meyda.powerSpectrum(whiteNoise(0.032));
    const voice = meyda.powerSpectrum(vowel({ f0Hz: () => 120, seconds: 0.032 }));
    const used = new SpectralClarity();
    used.of(voice);
    expect(used.of(noise)).toBe(new SpectralClarity().of(noise));
  });
});
