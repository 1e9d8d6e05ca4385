import Meyda from 'meyda';
import { describe, expect, it } from 'vitest';
import { MeydaFeatures } from '../../../../core/features/meydaFeatures.ts';
import { bandMeanSquare, binsBetween } from '../../../../core/features/powerSpectrum.ts';
import { mix, sine, whiteNoise } from '../../../support/signals.ts';

const WHOLE_BAND = binsBetween(0, 8000);

describe('MeydaFeatures', () => {
  it('returns a power spectrum that sums to the mean square of the frame', () => {
    const meyda = new MeydaFeatures();
    for (const hz of [300, 1000, 3456]) {
      const power = meyda.powerSpectrum(sine(hz, 0.032));
      expect(10 * Math.log10(bandMeanSquare(power, WHOLE_BAND) / 0.5)).toBeCloseTo(0, 1);
    }
  });

  it('shows a tone only in its band', () => {
    const power = new MeydaFeatures().powerSpectrum(sine(1000, 0.032));
    const inside = bandMeanSquare(power, binsBetween(900, 1100));
    const outside = bandMeanSquare(power, binsBetween(0, 900)) + bandMeanSquare(power, binsBetween(1100, 8000));
    expect(10 * Math.log10(outside / inside)).toBeLessThan(-35);
  });

  it('is zero in silence', () => {
    expect(new MeydaFeatures().powerSpectrum(new Float32Array(512)).every((value) => value === 0)).toBe(true);
  });

  it('stays finite on DC and on full-scale noise', () => {
    const meyda = new MeydaFeatures();
    for (const frame of [new Float32Array(512).fill(1), whiteNoise(0.032)]) {
      expect(meyda.powerSpectrum(frame).every(Number.isFinite)).toBe(true);
    }
  });

  it("agrees with Meyda's own power spectrum", () => {
    const frame = mix(sine(440, 0.032, 0.5), whiteNoise(0.032, 0.1));
    const meyda = Object.assign({}, Meyda, { bufferSize: 512, sampleRate: 16_000, windowingFunction: 'hanning' });
    const expected = meyda.extract('powerSpectrum', frame) as unknown as Float32Array;
    const found = new MeydaFeatures().powerSpectrum(frame);
    const loudest = Math.max(...expected);
    for (const [bin, value] of expected.entries()) expect(Math.abs(found[bin]! - value)).toBeLessThan(1e-6 * loudest);
  });

  it('returns separate spectra for each stream', () => {
    const a = new MeydaFeatures();
    const first = a.powerSpectrum(sine(500, 0.032));
    const kept = Float32Array.from(first);
    new MeydaFeatures().powerSpectrum(whiteNoise(0.032));
    a.powerSpectrum(whiteNoise(0.032));
    expect(first).toEqual(kept);
  });

  it('rejects a frame of another length', () => {
    expect(() => new MeydaFeatures().powerSpectrum(new Float32Array(256))).toThrow(RangeError);
  });
});
