import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DriftControl } from '../../../../main/capture/driftControl.ts';

const rateHz = 16_000;
const frameSize = 512;
/** Greatest distance between the two channels of a call. */
const limitSeconds = 0.02;

/**
 * Runs a sound card that is off by `drift`, whose frames arrive up to 15 ms late, against the clock. Returns the
 * largest error of its sample count.
 */
function worstErrorSeconds(drift: number, hours: number, seed: number): number {
  const control = new DriftControl(rateHz);
  const cardRateHz = rateHz * (1 + drift);
  let count = 0;
  let state = seed;
  let worst = 0;
  for (let frame = 1; frame * frameSize < hours * 3600 * cardRateHz; frame++) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    const trueSeconds = (frame * frameSize) / cardRateHz;
    const atSeconds = trueSeconds + 0.015 * (state / 2 ** 32);
    count += frameSize * control.ratio;
    control.observe(atSeconds * rateHz - count, atSeconds);
    worst = Math.max(worst, Math.abs(trueSeconds - count / rateHz));
  }
  return worst;
}

describe('DriftControl', () => {
  it.each([500e-6, -500e-6, 40e-6, 0])('keeps a clock that is off by %d in step for eight hours', (drift) => {
    expect(worstErrorSeconds(drift, 8, 1)).toBeLessThan(limitSeconds);
  });

  it('compensates any drift up to 500 ppm, however late the frames are', () => {
    const drifts = fc.double({ min: -500e-6, max: 500e-6, noNaN: true });
    fc.assert(
      fc.property(drifts, fc.nat(), (drift, seed) => {
        expect(worstErrorSeconds(drift, 0.5, seed)).toBeLessThan(limitSeconds);
      }),
      { numRuns: 25 },
    );
  });

  it('makes up for a short loss within minutes, and learns nothing false from it', () => {
    const control = new DriftControl(rateHz);
    let count = 0;
    const lags: number[] = [];
    for (let frame = 1; frame < 20_000; frame++) {
      const atSeconds = ((frame + (frame > 2_000 ? 5 : 0)) * frameSize) / rateHz;
      count += frameSize * control.ratio;
      const lag = atSeconds * rateHz - count;
      control.observe(lag, atSeconds);
      lags.push(lag / rateHz);
    }
    expect(Math.max(...lags)).toBeCloseTo(0.16, 2);
    expect(Math.min(...lags)).toBeGreaterThan(-limitSeconds);
    expect(Math.abs(lags.at(-1) ?? Number.NaN)).toBeLessThan(0.001);
  });
});
