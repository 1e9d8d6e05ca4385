import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Framer } from '../../../../core/audio/framer.ts';
import { MeydaFeatures } from '../../../../core/features/meydaFeatures.ts';
import { SpectralClarity } from '../../../../core/features/spectralClarity.ts';
import { SyllableNuclei } from '../../../../core/features/syllableNuclei.ts';
import { chunksOf, concat, mix, silence, sine, syllableTrain, vowel, whiteNoise } from '../../../support/signals.ts';

interface Heard {
  readonly times: readonly number[];
  /** Longest wait from a nucleus to the end of the frame with which it was returned. */
  readonly latencySeconds: number;
}

function nucleiOf(chunks: readonly Float32Array[], isSpeech: (seconds: number) => boolean = () => true): Heard {
  const framer = new Framer();
  const meyda = new MeydaFeatures();
  const clarity = new SpectralClarity();
  const counter = new SyllableNuclei();
  const times: number[] = [];
  let latencySeconds = 0;
  chunks
    .flatMap((chunk) => framer.push(chunk))
    .forEach((frame, k) => {
      const power = meyda.powerSpectrum(frame);
      for (const nucleus of counter.push({ power, clarity: clarity.of(power), isSpeech: isSpeech(k * 0.01 + 0.016) })) {
        latencySeconds = Math.max(latencySeconds, k * 0.01 + 0.032 - nucleus.timeSeconds);
        times.push(nucleus.timeSeconds);
      }
    });
  times.push(...counter.flush().map((nucleus) => nucleus.timeSeconds));
  return { times, latencySeconds };
}

const inRoom = (speech: Float32Array) =>
  mix(concat(silence(0.3), speech, silence(0.3)), whiteNoise(speech.length / 16_000 + 0.6, 0.002));

describe('SyllableNuclei', () => {
  it.each([2, 3, 4, 5, 6])('counts a train of %i syllables per second to within one', (perSecond) => {
    const { times } = nucleiOf([inRoom(syllableTrain({ count: 20, perSecond }))]);
    expect(Math.abs(times.length - 20)).toBeLessThanOrEqual(1);
  });

  it.each([100, 160, 240])('finds each nucleus in the middle of its syllable in a voice of %i Hz', (f0Hz) => {
    const { times } = nucleiOf([inRoom(syllableTrain({ count: 8, perSecond: 4, f0Hz }))]);
    expect(times).toHaveLength(8);
    times.forEach((time, i) => {
      expect(Math.abs(time - (0.3 + (i + 0.5) / 4))).toBeLessThan(0.03);
    });
  });

  it('does not depend on gain', () => {
    const train = inRoom(syllableTrain({ count: 12, perSecond: 4 }));
    expect(nucleiOf([train.map((sample) => sample * 0.1)]).times).toEqual(nucleiOf([train]).times);
  });

  it('needs a dip between two syllables', () => {
    const steady = [syllableTrain({ count: 8, perSecond: 4, dipDb: 0.5 }), vowel({ f0Hz: () => 120, seconds: 2 })];
    for (const signal of steady) expect(nucleiOf([inRoom(signal)]).times.length).toBeLessThanOrEqual(1);
  });

  it('counts nothing outside speech', () => {
    const train = inRoom(syllableTrain({ count: 20, perSecond: 4 }));
    const { times } = nucleiOf([train], (seconds) => seconds >= 1.3 && seconds < 3.8);
    expect(times).toHaveLength(10);
    for (const time of times) expect(time >= 1.3 && time < 3.8).toBe(true);
  });

  it('finds no syllables in silence, DC or a hum, and few in noise mistaken for speech', () => {
    for (const signal of [silence(2), silence(2).fill(1), sine(50, 2, 0.1)]) {
      expect(nucleiOf([signal]).times).toEqual([]);
    }
    expect(nucleiOf([whiteNoise(5, 1)]).times.length).toBeLessThan(10);
    expect(new SyllableNuclei().flush()).toEqual([]);
  });

  it('returns a nucleus within 0.35 s', () => {
    const { times, latencySeconds } = nucleiOf([inRoom(syllableTrain({ count: 12, perSecond: 5 }))]);
    expect(times).toHaveLength(12);
    expect(latencySeconds).toBeLessThan(0.35);
  });

  it('returns the same nuclei for any chunking', () => {
    const signal = inRoom(syllableTrain({ count: 4, perSecond: 5 }));
    const whole = nucleiOf([signal]).times;
    expect(whole).toHaveLength(4);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 6 }), (lengths) => {
        expect(nucleiOf(chunksOf(signal, lengths)).times).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });
});
