import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Framer } from '../../../../core/audio/framer.ts';
import { type PitchPoint, PitchTracker } from '../../../../core/features/pitchTracker.ts';
import { chunksOf, concat, mix, silence, sine, vowel, whiteNoise } from '../../../support/signals.ts';

function track(chunks: readonly Float32Array[], mayBeVoiced = true): PitchPoint[] {
  const framer = new Framer();
  const tracker = new PitchTracker();
  const points = chunks.flatMap((chunk) => framer.push(chunk)).flatMap((frame) => tracker.push({ frame, mayBeVoiced }));
  return [...points, ...tracker.flush()];
}

describe('PitchTracker', () => {
  it('follows a gliding voice, with each value at its time', () => {
    const f0Hz = (seconds: number) => 120 + 60 * seconds;
    const points = track([vowel({ f0Hz, seconds: 1 })]);
    expect(points.length).toBeGreaterThan(40);
    for (const point of points) expect(Math.abs(point.f0Hz / f0Hz(point.timeSeconds) - 1)).toBeLessThan(0.02);
  });

  it('makes under 2% octave errors on gliding voices in a telephone band', () => {
    const slopesHz = [-80, -40, 0, 40, 80];
    let wrong = 0;
    let all = 0;
    for (const startHz of [100, 140, 180, 240]) {
      for (const slopeHz of slopesHz) {
        const f0Hz = (seconds: number) => startHz + slopeHz * seconds * 0.5;
        const voice = vowel({ f0Hz, seconds: 0.6, bandHz: [300, 3400] });
        const points = track([mix(voice, whiteNoise(0.6, 0.02))]);
        all += points.length;
        wrong += points.filter((point) => Math.abs(Math.log2(point.f0Hz / f0Hz(point.timeSeconds))) > 0.5).length;
      }
    }
    expect(all).toBeGreaterThan(400);
    expect(wrong / all).toBeLessThan(0.02);
  });

  it('returns no points in silence and hardly any in noise', () => {
    expect(track([silence(1)])).toEqual([]);
    expect(track([whiteNoise(5, 0.5)]).length).toBeLessThan(5);
  });

  it('returns no points for frames marked as voiceless', () => {
    expect(track([sine(150, 1)], false)).toEqual([]);
  });

  it('drops the point at a jump of more than 6 semitones, but not the following ones', () => {
    const points = track([concat(sine(110, 0.5), sine(220, 0.5))]);
    const jumps = points.slice(1).filter((point, i) => {
      const before = points[i]!;
      const semitones = 12 * Math.abs(Math.log2(point.f0Hz / before.f0Hz));
      return point.timeSeconds - before.timeSeconds < 0.021 && semitones > 6;
    });
    expect(jumps).toEqual([]);
    expect(points.at(-1)!.f0Hz).toBeCloseTo(220, 0);
  });

  it('returns the same points for any chunking', () => {
    const signal = concat(silence(0.05), vowel({ f0Hz: () => 140, seconds: 0.25 }), whiteNoise(0.1, 0.1));
    const whole = track([signal]);
    expect(whole.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 6 }), (lengths) => {
        expect(track(chunksOf(signal, lengths))).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });
});
