import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntegratedLoudness } from '../../../../core/features/integratedLoudness.ts';
import { KWeightedPower } from '../../../../core/features/kWeightedPower.ts';
import { LoudnessMeter, lufsOfPower } from '../../../../core/features/loudness.ts';
import { amplitudeOfDb, chunksOf, concat, silence, sine, whiteNoise } from '../../../support/signals.ts';

/** EBU Tech 3341 states stereo levels; one of two equal channels alone reads 3.01 LU less. */
const ONE_CHANNEL_LU = -3.01;
const EBU_TOLERANCE_LU = 0.1;

const tone = (peakDbfs: number, seconds: number, rateHz: number) =>
  sine(1000, seconds, amplitudeOfDb(peakDbfs), rateHz);

function loudnessOf(signal: Float32Array, rateHz: number) {
  const meter = new LoudnessMeter();
  return new KWeightedPower(rateHz).push(signal).map((power) => {
    meter.push(power);
    const { momentaryLufs, shortTermLufs } = meter;
    return { momentaryLufs, shortTermLufs };
  });
}

function integratedOf(signal: Float32Array, rateHz: number): number | undefined {
  const integrated = new IntegratedLoudness();
  for (const power of new KWeightedPower(rateHz).push(signal)) integrated.push(power);
  return integrated.integratedLufs();
}

function expectLufs(actual: number | undefined, stereoLufs: number): void {
  expect(actual).toBeDefined();
  expect(Math.abs(actual! - (stereoLufs + ONE_CHANNEL_LU))).toBeLessThanOrEqual(EBU_TOLERANCE_LU);
}

function highest(values: readonly (number | undefined)[]): number {
  return Math.max(...values.map((value) => value ?? Number.NEGATIVE_INFINITY));
}

describe.each([16_000, 48_000])('loudness at %i Hz by EBU Tech 3341, one channel', (rateHz) => {
  const segments = (...parts: readonly (readonly [number, number])[]) =>
    concat(...parts.map(([dbfs, seconds]) => tone(dbfs, seconds, rateHz)));

  it.each([
    [1, -23],
    [2, -33],
  ])('case %i: a steady tone reads its level on all three scales', (_, dbfs) => {
    const signal = segments([dbfs, 20]);
    const last = loudnessOf(signal, rateHz).at(-1)!;
    expectLufs(last.momentaryLufs, dbfs);
    expectLufs(last.shortTermLufs, dbfs);
    expectLufs(integratedOf(signal, rateHz), dbfs);
  });

  it('case 3: the relative gate excludes the soft parts', () => {
    expectLufs(integratedOf(segments([-36, 10], [-23, 60], [-36, 10]), rateHz), -23);
  });

  it('case 4: the absolute gate excludes everything under −70 LUFS', () => {
    expectLufs(integratedOf(segments([-72, 10], [-36, 10], [-23, 60], [-36, 10], [-72, 10]), rateHz), -23);
  });

  it('case 5: everything above the gates is averaged as power', () => {
    expectLufs(integratedOf(segments([-26, 20], [-20, 20.1], [-26, 20]), rateHz), -23);
  });

  it('case 9: short-term loudness of a 3 s pattern is constant after 3 s', () => {
    const pattern = segments([-20, 1.34], [-30, 1.66]);
    const full = loudnessOf(concat(pattern, pattern, pattern, pattern, pattern), rateHz).slice(300);
    for (const { shortTermLufs } of full) expectLufs(shortTermLufs, -23);
  });

  it('case 10: a 3 s tone reads its level on the short-term scale wherever it starts', () => {
    for (let i = 0; i < 20; i++) {
      const signal = concat(silence(i * 0.15, rateHz), tone(-23, 3, rateHz), silence(1, rateHz));
      expectLufs(highest(loudnessOf(signal, rateHz).map((loudness) => loudness.shortTermLufs)), -23);
    }
  });

  it('case 12: momentary loudness of a 0.4 s pattern is constant after 1 s', () => {
    const pattern = segments([-20, 0.18], [-30, 0.22]);
    const full = loudnessOf(concat(...new Array<Float32Array>(25).fill(pattern)), rateHz).slice(100);
    for (const { momentaryLufs } of full) expectLufs(momentaryLufs, -23);
  });

  it('case 13: a 0.4 s tone reads its level on the momentary scale wherever it starts', () => {
    for (let i = 0; i < 20; i++) {
      const signal = concat(silence(i * 0.02, rateHz), tone(-23, 0.4, rateHz), silence(1, rateHz));
      expectLufs(highest(loudnessOf(signal, rateHz).map((loudness) => loudness.momentaryLufs)), -23);
    }
  });
});

describe('KWeightedPower', () => {
  it.each([8000, 16_000, 44_100, 48_000, 96_000])(
    'reads −3.01 LUFS for a full-scale 997 Hz sine at %i Hz',
    (rateHz) => {
      const power = new KWeightedPower(rateHz).push(sine(997, 1, 1, rateHz));
      expect(lufsOfPower(power.slice(50).reduce((sum, value) => sum + value, 0) / (power.length - 50))).toBeCloseTo(
        -3.01,
        2,
      );
    },
  );

  it.each([
    [38, -6],
    [10_000, 3.3],
  ])('weighs %i Hz by about %f dB at 48 kHz', (hz, gainDb) => {
    const power = new KWeightedPower(48_000).push(sine(hz, 2, 1, 48_000)).slice(100);
    const lufs = lufsOfPower(power.reduce((sum, value) => sum + value, 0) / power.length)!;
    expect(Math.abs(lufs + 3.01 - gainDb)).toBeLessThan(1);
  });

  it('returns the same sub-blocks for any chunking', () => {
    const signal = whiteNoise(0.25);
    const whole = new KWeightedPower(16_000).push(signal);
    expect(whole).toHaveLength(25);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 8 }), (lengths) => {
        const meter = new KWeightedPower(16_000);
        expect(chunksOf(signal, lengths).flatMap((chunk) => meter.push(chunk))).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('replaces one NaN with 0 and recovers', () => {
    const signal = sine(997, 1);
    signal.set([Number.NaN, Number.NEGATIVE_INFINITY], 5000);
    const power = new KWeightedPower(16_000).push(signal);
    expect(power.every(Number.isFinite)).toBe(true);
    expect(lufsOfPower(power.at(-1)!)).toBeCloseTo(-3.01, 1);
  });

  it('rejects a rate without a whole number of samples in 10 ms', () => {
    expect(() => new KWeightedPower(11_025)).toThrow(RangeError);
    expect(() => new KWeightedPower(4000)).toThrow(RangeError);
  });
});

describe('LoudnessMeter', () => {
  it('has no reading before its windows are full, in digital silence and for DC', () => {
    const tones = loudnessOf(sine(1000, 3.1), 16_000);
    expect(tones[38]!.momentaryLufs).toBeUndefined();
    expect(tones[39]!.momentaryLufs).toBeDefined();
    expect(tones[298]!.shortTermLufs).toBeUndefined();
    expect(tones[299]!.shortTermLufs).toBeDefined();
    expect(loudnessOf(silence(4), 16_000).at(-1)).toEqual({ momentaryLufs: undefined, shortTermLufs: undefined });
    expect(loudnessOf(silence(20).fill(1), 16_000).at(-1)!.momentaryLufs).toBeUndefined();
  });

  it('does not drift after loud sound', () => {
    const signal = concat(whiteNoise(30), sine(1000, 4, amplitudeOfDb(-80)));
    expect(loudnessOf(signal, 16_000).at(-1)!.shortTermLufs).toBeCloseTo(-83.01, 1);
  });
});

/** BS.1770-4 gating straight from its definition, with every block in memory. */
function integratedByDefinition(powers: readonly number[], relativeGateLu = -10): number | undefined {
  const blocks: number[] = [];
  for (let end = 40; end <= powers.length; end += 10) {
    blocks.push(powers.slice(end - 40, end).reduce((sum, power) => sum + power, 0) / 40);
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const audible = blocks.filter((power) => 10 * Math.log10(power) >= -70);
  if (audible.length === 0) return undefined;
  const threshold = mean(audible) * 10 ** (relativeGateLu / 10);
  return 10 * Math.log10(mean(audible.filter((power) => power >= threshold)));
}

describe('IntegratedLoudness', () => {
  it('agrees with the definition at any levels, with its relative gate within 0.01 LU', () => {
    // Half a dB off whole numbers, so that no level equals the absolute gate.
    const level = fc.record({
      dbfs: fc.integer({ min: -90, max: 0 }).map((db) => db - 0.5),
      subBlocks: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 12 }), (levels) => {
        const powers = levels.flatMap(({ dbfs, subBlocks }) => new Array<number>(subBlocks).fill(10 ** (dbfs / 10)));
        const integrated = new IntegratedLoudness();
        for (const power of powers) integrated.push(power);
        // The higher the gate, the higher the mean of the blocks that pass it.
        const lowest = integratedByDefinition(powers, -10.011);
        const highest = integratedByDefinition(powers, -9.989);
        const found = integrated.integratedLufs();
        if (lowest === undefined || highest === undefined) {
          expect(found).toBeUndefined();
        } else {
          expect(found).toBeGreaterThanOrEqual(lowest - 1e-6);
          expect(found).toBeLessThanOrEqual(highest + 1e-6);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is missing in silence and before the first block', () => {
    expect(new IntegratedLoudness().integratedLufs()).toBeUndefined();
    expect(integratedOf(sine(1000, 0.39), 16_000)).toBeUndefined();
    expect(integratedOf(silence(5), 16_000)).toBeUndefined();
  });
});
