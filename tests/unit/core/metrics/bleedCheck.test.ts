import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BleedCheck } from '../../../../core/metrics/bleedCheck.ts';
import { seededRandom } from '../../../support/signals.ts';

const frames = 3_000;

/** The power of a voice, frame by frame: syllables of 100–300 ms of random height over a floor. */
function voice(seed: number, level = 1): Float64Array {
  const random = seededRandom(seed);
  const powers = new Float64Array(frames);
  for (let n = 0; n < frames; ) {
    const length = 10 + Math.floor(20 * random());
    const height = 10 ** (-3 * random());
    for (let i = 0; i < length && n < frames; i++, n++) {
      powers[n] = level * (1e-6 + 1e-2 * height * Math.sin((Math.PI * i) / length) ** 2 * (0.7 + 0.6 * random()));
    }
  }
  return powers;
}

/** Runs the check over two parties; the second one bleeds into the first with this gain, this many frames later. */
function listen(own: Float64Array, other: Float64Array, gain: number, delay = 8): BleedCheck {
  const check = new BleedCheck();
  own.forEach((power, n) => {
    check.push(power + gain * (other[n - delay] ?? 0), other[n]!, true);
  });
  return check;
}

const quiet = voice(9, 1e-4);

describe('BleedCheck', () => {
  it('detects the other party in the pauses of this one, 25 dB softer', () => {
    expect(listen(quiet, voice(2), 10 ** -2.5).isBleeding).toBe(true);
  });

  it('detects them at any delay up to 300 ms', () => {
    const delays = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(delays, (delay) => {
        expect(listen(quiet, voice(2), 0.01, delay).isBleeding).toBe(true);
      }),
      { numRuns: 31 },
    );
  });

  it('never mistakes two voices for one', () => {
    const seeds = fc.integer({ min: 10, max: 100_000 });
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(listen(voice(seed), voice(seed + 1), 0).isBleeding).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('stops reporting them when headphones are put on', () => {
    const other = voice(2);
    const check = listen(quiet, other, 0.01);
    quiet.forEach((power, n) => {
      check.push(power, other[n]!, true);
    });
    expect(check.isBleeding).toBe(false);
  });

  it('reports nothing in silence', () => {
    const silent = new Float64Array(frames);
    expect(listen(silent, silent, 1).isBleeding).toBe(false);
    expect(listen(silent, voice(2), 0).isBleeding).toBe(false);
  });

  it('does nothing while the other party is silent', () => {
    const check = new BleedCheck();
    voice(2).forEach((power) => {
      check.push(power, power, false);
    });
    expect(check.isBleeding).toBe(false);
  });
});
