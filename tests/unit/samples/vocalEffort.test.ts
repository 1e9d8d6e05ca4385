import { describe, expect, it } from 'vitest';
import { levelDbfs } from '../../../samples/speechLevel.ts';
import { espeakPitch, pitchShiftSemitones, tilted } from '../../../samples/vocalEffort.ts';

const RATE = 16_000;

function toneLevel(hz: number, effortDb: number): number {
  const tone = Float32Array.from({ length: RATE }, (_, i) => 0.1 * Math.sin((2 * Math.PI * hz * i) / RATE));
  return levelDbfs(tilted(tone, effortDb, RATE).subarray(RATE / 2));
}

describe('the effort model', () => {
  it('raises F0 by 0.4 semitone per dB', () => {
    expect(pitchShiftSemitones(10)).toBeCloseTo(4);
    expect(pitchShiftSemitones(-5)).toBeCloseTo(-2);
  });

  it.each([
    [0, 50],
    [1.45, 60],
    [3, 70],
    [-1.35, 40],
  ])('asks espeak-ng for %f semitones by setting %i', (semitones, setting) => {
    expect(espeakPitch(semitones)).toBe(setting);
  });

  it.each([12, -12])('rejects a shift of %i semitones, which espeak-ng cannot make', (semitones) => {
    expect(() => espeakPitch(semitones)).toThrow(RangeError);
  });

  it.each([-6, 3, 9])(
    'tilts the spectrum between 500 Hz and 2 kHz by 0.42–0.68 dB per dB at an effort of %i dB',
    (effort) => {
      const tilt = toneLevel(2000, effort) - toneLevel(500, effort) - (toneLevel(2000, 0) - toneLevel(500, 0));
      expect(tilt / effort).toBeGreaterThan(0.42);
      expect(tilt / effort).toBeLessThan(0.68);
    },
  );
});
