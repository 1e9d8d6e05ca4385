import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedSyllables } from '../../../../core/features/expectedSyllables.ts';

/** The talker's loud level above the floor in dB, without noise and with much of it. */
const clean = 50;
const noisy = 15;

/** The share of the last of many equally spaced candidates with the same answer. */
function usualShare(framesBetween: number, logOdds: number, loudOverFloorDb = clean): number {
  const expected = new ExpectedSyllables();
  const shares = Array.from({ length: 60 }, (_, i) => expected.add(i * framesBetween, loudOverFloorDb, logOdds));
  return shares.at(-1)!;
}

describe('ExpectedSyllables', () => {
  it('raises the share of unclear candidates in fluent speech and lowers it in hesitant speech', () => {
    const even = 0.5;
    expect(usualShare(8, 0)).toBeGreaterThan(even + 0.1);
    expect(usualShare(30, 0)).toBeLessThan(even - 0.05);
  });

  it('does not lower the share of hesitant speech whose syllables drown in noise', () => {
    const even = 0.5;
    expect(usualShare(30, 0, noisy)).toBeCloseTo(even, 10);
    expect(usualShare(8, 0, noisy)).toBeGreaterThan(even + 0.1);
  });

  it('leaves clear syllables and clear non-syllables unchanged', () => {
    expect(usualShare(18, 6)).toBeCloseTo(1, 2);
    expect(usualShare(8, -6)).toBeCloseTo(0, 2);
  });

  it('does not mistake a pause for slow speech', () => {
    const [withPauses, without] = [new ExpectedSyllables(), new ExpectedSyllables()];
    const pauseFrames = 500;
    for (let i = 0; i < 60; i++) {
      const inSpeech = i * 40;
      const share = without.add(inSpeech, clean, 1);
      expect(withPauses.add(inSpeech + i * pauseFrames, clean, 1)).toBeCloseTo(share, 10);
    }
  });

  it('assigns each candidate between zero and one syllable', () => {
    const steps = fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 2000 }),
        loudOverFloorDb: fc.integer({ min: 0, max: 100 }),
        logOdds: fc.double({ min: -30, max: 30, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(steps, (candidates) => {
        const expected = new ExpectedSyllables();
        let frame = 0;
        for (const { gap, loudOverFloorDb, logOdds } of candidates) {
          frame += gap;
          const share = expected.add(frame, loudOverFloorDb, logOdds);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
