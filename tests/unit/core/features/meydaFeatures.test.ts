import { describe, expect, it } from 'vitest';
import { MeydaFeatures } from '../../../../core/features/meydaFeatures.ts';
import { bandMeanSquare, binsBetween } from '../../../../core/features/powerSpectrum.ts';
import { sine, whiteNoise } from '../../../support/signals.ts';

const WHOLE_BAND = binsBetween(0, 8000);

describe('MeydaFeatures', () => {
  it('gives a power spectrum that sums to the mean square of the frame', () => {
    const meyda = new MeydaFeatures();
    for (const hz of [300, 1000, 3456]) {
      const { power, meanSquare } = meyda.extract(sine(hz, 0.032));
      expect(10 * Math.log10(bandMeanSquare(power, WHOLE_BAND) / 0.5)).toBeCloseTo(0, 1);
      expect(10 * Math.log10(meanSquare / 0.5)).toBeCloseTo(0, 0);
    }
  });

  it('puts a tone in its band and nowhere else', () => {
    const { power } = new MeydaFeatures().extract(sine(1000, 0.032));
    const inside = bandMeanSquare(power, binsBetween(900, 1100));
    const outside = bandMeanSquare(power, binsBetween(0, 900)) + bandMeanSquare(power, binsBetween(1100, 8000));
    expect(10 * Math.log10(outside / inside)).toBeLessThan(-35);
  });

  it('leaves out what means nothing in silence', () => {
    const silent = new MeydaFeatures().extract(new Float32Array(512));
    expect(silent).toMatchObject({ meanSquare: 0, barkLoudness: undefined, spectralFlatness: undefined });
    expect(silent.power.every((value) => value === 0)).toBe(true);
  });

  it('calls noise flat and a tone not', () => {
    const meyda = new MeydaFeatures();
    expect(meyda.extract(whiteNoise(0.032)).spectralFlatness).toBeGreaterThan(0.7);
    expect(meyda.extract(sine(1000, 0.032)).spectralFlatness).toBeLessThan(0.1);
  });

  it('stays finite on DC and on full-scale noise', () => {
    const meyda = new MeydaFeatures();
    for (const frame of [new Float32Array(512).fill(1), whiteNoise(0.032)]) {
      const { power, meanSquare, barkLoudness, spectralFlatness } = meyda.extract(frame);
      expect([...power, meanSquare, barkLoudness, spectralFlatness].every(Number.isFinite)).toBe(true);
    }
  });

  it('gives each stream spectra of its own', () => {
    const a = new MeydaFeatures();
    const first = a.extract(sine(500, 0.032)).power;
    const kept = Float32Array.from(first);
    new MeydaFeatures().extract(whiteNoise(0.032));
    a.extract(whiteNoise(0.032));
    expect(first).toEqual(kept);
  });

  it('refuses a frame of another length, for which Meyda would give wrong numbers', () => {
    expect(() => new MeydaFeatures().extract(new Float32Array(256))).toThrow(RangeError);
  });
});
