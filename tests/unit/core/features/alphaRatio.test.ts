import { describe, expect, it } from 'vitest';
import { Framer } from '../../../../core/audio/framer.ts';
import {
  AlphaBands,
  type AlphaEnergy,
  addAlphaEnergy,
  alphaRatioDb,
  NO_ALPHA_ENERGY,
} from '../../../../core/features/alphaRatio.ts';
import { MeydaFeatures } from '../../../../core/features/meydaFeatures.ts';
import { amplitudeOfDb, mix, sine, whiteNoise } from '../../../support/signals.ts';

const NOISE = whiteNoise(0.6, 0.01);

function spectraOf(signal: Float32Array): Float32Array[] {
  const meyda = new MeydaFeatures();
  return new Framer().push(signal).map((frame) => meyda.powerSpectrum(frame));
}

function energyOf(voice: Float32Array, noise: Float32Array, sourceRateHz = 16_000): AlphaEnergy {
  const bands = new AlphaBands(sourceRateHz);
  for (const power of spectraOf(noise)) bands.pushSilence(power);
  return spectraOf(voice)
    .map((power) => bands.pushSpeech(power, true)!)
    .reduce(addAlphaEnergy, NO_ALPHA_ENERGY);
}

/** A low and a high tone, the high one `alphaDb` stronger. */
function voiceOf(alphaDb: number, lowHz = 500, highHz = 2000): Float32Array {
  return mix(sine(lowHz, 0.5, 0.3), sine(highHz, 0.5, 0.3 * amplitudeOfDb(alphaDb)));
}

describe('alpha ratio', () => {
  it.each([-30, -20, -10, 0, 5])('is the level of 1–4 kHz relative to 0.2–1 kHz: %i dB', (alphaDb) => {
    expect(alphaRatioDb(energyOf(voiceOf(alphaDb), new Float32Array(8000)))).toBeCloseTo(alphaDb, 0);
  });

  it('does not depend on gain', () => {
    const voice = voiceOf(-12);
    const soft = voice.map((sample) => sample * 0.05);
    const silence = new Float32Array(8000);
    expect(alphaRatioDb(energyOf(soft, silence))).toBeCloseTo(alphaRatioDb(energyOf(voice, silence))!, 3);
  });

  it('is not raised by noise heard before', () => {
    const noisy = mix(voiceOf(-20), whiteNoise(0.5, 0.03, 2));
    const withNoiseKnown = alphaRatioDb(energyOf(noisy, whiteNoise(0.5, 0.03, 5)))!;
    const withNoiseUnknown = alphaRatioDb(energyOf(noisy, new Float32Array(8000)))!;
    expect(Math.abs(withNoiseKnown + 20)).toBeLessThan(0.7);
    expect(withNoiseUnknown).toBeGreaterThan(withNoiseKnown);
  });

  it('is missing under 15 dB of signal-to-noise ratio, in silence and in noise alone', () => {
    const loudNoise = whiteNoise(0.5, 0.5);
    expect(alphaRatioDb(energyOf(mix(voiceOf(-10), loudNoise), loudNoise))).toBeUndefined();
    expect(alphaRatioDb(energyOf(NOISE, NOISE))).toBeUndefined();
    expect(alphaRatioDb(energyOf(new Float32Array(8000), new Float32Array(8000)))).toBeUndefined();
    expect(alphaRatioDb(NO_ALPHA_ENERGY)).toBeUndefined();
  });

  it('is not lowered by words close to speech that are too soft to be detected', () => {
    const bands = new AlphaBands(16_000);
    const voice = spectraOf(voiceOf(-20));
    for (const power of spectraOf(NOISE)) bands.pushSilence(power);
    for (const power of voice) bands.pushSpeech(power, true);
    for (const power of voice.slice(0, 40)) bands.pushSilence(power);
    expect(alphaRatioDb(bands.pushSpeech(voice[0]!, true)!)).toBeCloseTo(-20, 0);
  });

  it('has no frame energies before 100 ms of noise, well away from speech', () => {
    const bands = new AlphaBands(16_000);
    const [power] = spectraOf(voiceOf(-10));
    const noise = spectraOf(NOISE);
    expect(bands.pushSpeech(power!, true)).toBeUndefined();
    for (const silence of noise.slice(0, 49)) bands.pushSilence(silence);
    expect(bands.pushSpeech(power!, true)).toBeUndefined();
    for (const silence of noise.slice(0, 50)) bands.pushSilence(silence);
    expect(bands.pushSpeech(power!, true)).toBeDefined();
    expect(bands.pushSpeech(power!, false)).toBeUndefined();
  });

  it('estimates the noise from the quietest frames until the speaker pauses', () => {
    const bands = new AlphaBands(16_000);
    const [voice] = spectraOf(voiceOf(-10));
    const noise = spectraOf(NOISE);
    const heard = Array.from({ length: 199 }, (_, i) =>
      i % 15 === 0 ? bands.pushSpeech(noise[i % noise.length]!, false) : bands.pushSpeech(voice!, true),
    );
    expect(heard.every((energy) => energy === undefined)).toBe(true);
    const bounded = bands.pushSpeech(voice!, true)!;
    expect(alphaRatioDb(bounded)).toBeCloseTo(-10, 0);
    for (const power of noise) bands.pushSilence(power);
    const known = bands.pushSpeech(voice!, true)!;
    expect(10 * Math.log10(bounded.highNoise / known.highNoise)).toBeCloseTo(0, 0);
  });

  it('excludes frequencies outside the telephone band for a source at 8 kHz', () => {
    const silence = new Float32Array(8000);
    const outside = mix(voiceOf(-10), sine(250, 0.5, 0.5), sine(3700, 0.5, 0.5));
    expect(alphaRatioDb(energyOf(outside, silence, 8000))).toBeCloseTo(-10, 0);
    expect(alphaRatioDb(energyOf(outside, silence, 16_000))).not.toBeCloseTo(-10, 0);
  });
});
