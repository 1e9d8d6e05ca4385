import { describe, expect, it } from 'vitest';
import { PITCH_WINDOW_SAMPLES, PitchEstimator } from '../../../../core/features/pitchEstimator.ts';
import { concat, mix, sine, vowel, whiteNoise } from '../../../support/signals.ts';

const WINDOW_SECONDS = PITCH_WINDOW_SAMPLES / 16_000;
const VOICES_HZ = [66, 80, 100, 123, 150, 187, 220, 261, 300, 349, 400, 445];

/** A train of band-limited pulses: all harmonics below 3.8 kHz, equally strong. */
function pulseTrain(f0Hz: number, seconds: number): Float32Array {
  const harmonics = Array.from({ length: Math.floor(3800 / f0Hz) }, (_, i) => sine((i + 1) * f0Hz, seconds, 0.02));
  return mix(...harmonics);
}

function relativeError(window: Float32Array, f0Hz: number): number {
  const estimate = new PitchEstimator().estimate(window);
  return estimate ? Math.abs(estimate.f0Hz / f0Hz - 1) : Number.POSITIVE_INFINITY;
}

describe('PitchEstimator', () => {
  it.each(VOICES_HZ)('finds %i Hz within 0.5 %% in a sine, a pulse train and a vowel', (f0Hz) => {
    expect(relativeError(sine(f0Hz, WINDOW_SECONDS, 0.3), f0Hz)).toBeLessThan(0.005);
    expect(relativeError(pulseTrain(f0Hz, WINDOW_SECONDS), f0Hz)).toBeLessThan(0.005);
    expect(relativeError(vowel({ f0Hz: () => f0Hz, seconds: WINDOW_SECONDS }), f0Hz)).toBeLessThan(0.005);
  });

  it.each([90, 120, 150, 200, 250])('finds %i Hz in a telephone band, where the fundamental is missing', (f0Hz) => {
    const voice = vowel({ f0Hz: () => f0Hz, seconds: WINDOW_SECONDS, bandHz: [300, 3400] });
    expect(relativeError(voice, f0Hz)).toBeLessThan(0.01);
  });

  it('is unaffected by noise 15 dB below', () => {
    for (let seed = 0; seed < 40; seed++) {
      const voice = mix(sine(110, WINDOW_SECONDS, 0.3), sine(220, WINDOW_SECONDS, 0.3), whiteNoise(0.04, 0.09, seed));
      expect(relativeError(voice, 110)).toBeLessThan(0.02);
    }
  });

  it('does not mistake a whistle for a voice some octaves lower', () => {
    for (const hz of [600, 700, 1000, 1500]) {
      expect(new PitchEstimator().estimate(sine(hz, WINDOW_SECONDS, 0.3))).toBeUndefined();
    }
  });

  it('finds nothing clear in noise, and nothing at all in silence', () => {
    const estimator = new PitchEstimator();
    const clear = Array.from({ length: 200 }, (_, seed) =>
      estimator.estimate(whiteNoise(WINDOW_SECONDS, 1, seed)),
    ).filter((estimate) => estimate !== undefined && estimate.clarity > 0.5);
    expect(clear.length / 200).toBeLessThan(0.1);
    expect(estimator.estimate(new Float32Array(PITCH_WINDOW_SAMPLES))).toBeUndefined();
  });

  it('returns finite numbers or nothing for DC, a click and full scale', () => {
    const estimator = new PitchEstimator();
    const click = concat(new Float32Array(300), Float32Array.of(1), new Float32Array(PITCH_WINDOW_SAMPLES - 301));
    for (const window of [new Float32Array(PITCH_WINDOW_SAMPLES).fill(1), click, sine(100, WINDOW_SECONDS)]) {
      const estimate = estimator.estimate(window);
      if (estimate) expect([estimate.f0Hz, estimate.clarity].every(Number.isFinite)).toBe(true);
    }
  });

  it('rejects a window of another length', () => {
    expect(() => new PitchEstimator().estimate(new Float32Array(512))).toThrow(RangeError);
  });
});
