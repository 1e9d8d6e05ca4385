import { describe, expect, it } from 'vitest';
import { Framer } from '../../../../core/audio/framer.ts';
import { MeydaFeatures } from '../../../../core/features/meydaFeatures.ts';
import { SpectralClarity } from '../../../../core/features/spectralClarity.ts';
import { CANDIDATE_INPUTS, SyllableCandidates } from '../../../../core/features/syllableCandidates.ts';
import { concat, silence, syllableTrain, vowel } from '../../../support/signals.ts';

/** Frames from a candidate until it is returned. */
const DELAY_FRAMES = 30;

function candidatesOf(samples: Float32Array, isSpeech = true) {
  const candidates = new SyllableCandidates();
  const meyda = new MeydaFeatures();
  const clarity = new SpectralClarity();
  const found = new Framer().push(samples).flatMap((frame, index) => {
    const power = meyda.powerSpectrum(frame);
    const candidate = candidates.push({ power, clarity: clarity.of(power), isSpeech });
    return candidate
      ? [{ frame: candidate.frame, delay: index - candidate.frame, inputs: candidate.inputs.slice() }]
      : [];
  });
  return { found, rest: candidates.flush() };
}

describe('SyllableCandidates', () => {
  it('finds a peak in each swell of a voice, even a shallow one, and none at a constant level', () => {
    for (const dipDb of [1.5, 6, 20]) {
      const train = syllableTrain({ count: 8, perSecond: 4, dipDb });
      const frames = candidatesOf(concat(silence(0.5), train, silence(0.5))).found.map(({ frame }) => frame);
      const near = (middle: number) => frames.filter((frame) => Math.abs(frame + 1.6 - 100 * middle) < 5).length;
      for (let i = 1; i < 7; i += 1) expect(near(0.5 + (i + 0.5) / 4)).toBe(1);
      expect(frames.length).toBeLessThanOrEqual(9);
    }
    expect(candidatesOf(vowel({ f0Hz: () => 120, seconds: 2 })).found.length).toBeLessThanOrEqual(2);
  });

  it('returns every candidate with the same delay, and the last ones at the end of the stream', () => {
    const { found, rest } = candidatesOf(syllableTrain({ count: 8, perSecond: 4 }));
    expect(new Set(found.map(({ delay }) => delay))).toEqual(new Set([DELAY_FRAMES]));
    expect(found.length + rest.length).toBeGreaterThanOrEqual(8);
    expect(rest.length).toBeGreaterThan(0);
  });

  it('finds none outside speech', () => {
    const { found, rest } = candidatesOf(syllableTrain({ count: 8, perSecond: 4 }), false);
    expect([...found, ...rest]).toEqual([]);
  });

  it('describes a candidate by finite values of moderate size, even in silence', () => {
    const { found } = candidatesOf(concat(silence(0.5), syllableTrain({ count: 6, perSecond: 4 }), silence(0.5)));
    for (const { inputs } of found) {
      expect(inputs).toHaveLength(CANDIDATE_INPUTS);
      for (const value of inputs) expect(Math.abs(value)).toBeLessThan(20);
    }
  });
});
