import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Resampler } from '../../../../core/audio/resampler.ts';
import { chunksOf, concat, silence, sine, whiteNoise } from '../../../support/signals.ts';

const RATES_HZ = [8000, 11_025, 12_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000];

function resample(signal: Float32Array, rateHz: number, lengths = [signal.length]): Float32Array {
  const resampler = new Resampler(rateHz);
  return concat(...chunksOf(signal, lengths).flatMap((chunk) => resampler.push(chunk)), ...resampler.flush());
}

/** Level of the middle of a signal in dB, relative to a sine of amplitude 1. */
function middleDb(signal: Float32Array): number {
  const middle = signal.subarray(signal.length * 0.2, signal.length * 0.8);
  return 10 * Math.log10((2 * middle.reduce((sum, x) => sum + x * x, 0)) / middle.length);
}

describe('Resampler', () => {
  it.each(RATES_HZ)('is flat within 0.1 dB up to 0.9 of the lower Nyquist frequency from %i Hz', (rateHz) => {
    const edgeHz = 0.9 * (Math.min(rateHz, 16_000) / 2);
    for (const hz of [100, edgeHz / 2, edgeHz]) {
      expect(middleDb(resample(sine(hz, 0.5, 1, rateHz), rateHz))).toBeCloseTo(0, 1);
    }
  });

  it.each([22_050, 44_100, 48_000, 96_000])('keeps aliases 80 dB down from %i Hz', (rateHz) => {
    for (const hz of [8001, 8500, 9500, rateHz / 2 - 500]) {
      expect(middleDb(resample(sine(hz, 0.5, 1, rateHz), rateHz))).toBeLessThan(-80);
    }
  });

  it('agrees with the original within −75 dB near the edge from 8 kHz, images included', () => {
    const hz = 3600;
    const output = resample(sine(hz, 0.5, 1, 8000), 8000);
    const wanted = sine(hz, 0.5);
    const difference = output.map((sample, i) => sample - wanted[i]!);
    expect(middleDb(difference)).toBeLessThan(-75);
  });

  it.each(RATES_HZ)('puts output sample 0 at input sample 0 from %i Hz', (rateHz) => {
    const wanted = sine(440, 0.5);
    const output = resample(sine(440, 0.5, 1, rateHz), rateHz);
    for (let i = 1600; i < 6400; i++) expect(Math.abs(output[i]! - wanted[i]!)).toBeLessThan(1e-3);
  });

  it('keeps a constant constant', () => {
    const output = resample(silence(0.2, 44_100).fill(0.5), 44_100);
    for (const sample of output.subarray(800, 2400)) expect(sample).toBeCloseTo(0.5, 5);
  });

  it('returns ⌈N · 16000 / rate⌉ samples for N', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RATES_HZ, 16_000), fc.integer({ min: 1, max: 5000 }), (rateHz, count) => {
        expect(resample(new Float32Array(count), rateHz)).toHaveLength(Math.ceil((count * 16_000) / rateHz));
      }),
      { numRuns: 60 },
    );
    expect(resample(new Float32Array(0), 48_000)).toHaveLength(0);
  });

  it('returns the same samples for any chunking', () => {
    const signal = whiteNoise(0.05, 1, 3, 44_100);
    const whole = resample(signal, 44_100);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 6 }), (lengths) => {
        expect(resample(signal, 44_100, lengths)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  it('passes 16 kHz unchanged, except for samples that are not finite', () => {
    const signal = whiteNoise(0.1);
    expect(resample(signal, 16_000, [100, 7])).toEqual(signal);
    expect(resample(Float32Array.of(0.5, Number.NaN, 0.25), 16_000)).toEqual(Float32Array.of(0.5, 0, 0.25));
  });

  it('stays finite after NaN and infinity', () => {
    const signal = sine(300, 0.1, 1, 48_000);
    signal.set([Number.NaN, Number.POSITIVE_INFINITY], 1000);
    expect(resample(signal, 48_000).every(Number.isFinite)).toBe(true);
  });

  it('rejects a rate that is outside 8 to 96 kHz or not whole', () => {
    for (const rateHz of [7999, 96_001, 44_100.5, Number.NaN]) expect(() => new Resampler(rateHz)).toThrow(RangeError);
  });
});
