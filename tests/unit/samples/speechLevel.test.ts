import { describe, expect, it } from 'vitest';
import { activeLevelDbfs, amplified, levelDbfs, speechSegments, totalSeconds } from '../../../samples/speechLevel.ts';

const RATE = 16_000;

/** Returns a 200 Hz tone within the spans and silence elsewhere. */
function toneIn(spans: readonly (readonly [number, number])[], seconds: number): Float32Array {
  return Float32Array.from({ length: seconds * RATE }, (_, i) => {
    const sounds = spans.some(([start, end]) => i >= start * RATE && i < end * RATE);
    return sounds ? 0.5 * Math.sin((2 * Math.PI * 200 * i) / RATE) : 0;
  });
}

describe('levelDbfs', () => {
  it('reads a full-scale square wave as 0 and a full-scale sine as −3.01', () => {
    expect(levelDbfs(Float32Array.of(1, -1, 1, -1))).toBe(0);
    expect(levelDbfs(amplified(toneIn([[0, 1]], 1), 20 * Math.log10(2)))).toBeCloseTo(-3.01, 2);
  });
});

describe('speechSegments', () => {
  it('splits at a silence of 200 ms and bridges a shorter one', () => {
    const segments = speechSegments(
      toneIn(
        [
          [0.1, 0.5],
          [0.65, 1],
          [1.2, 1.5],
        ],
        2,
      ),
      RATE,
    );
    expect(segments).toEqual([
      [0.1, 1],
      [1.2, 1.5],
    ]);
  });

  it('finds no speech in silence', () => {
    expect(speechSegments(new Float32Array(RATE), RATE)).toEqual([]);
  });
});

describe('activeLevelDbfs', () => {
  it('ignores the silence between the segments', () => {
    const samples = toneIn(
      [
        [0.5, 1],
        [1.5, 2],
      ],
      4,
    );
    expect(
      activeLevelDbfs(
        samples,
        [
          [0.5, 1],
          [1.5, 2],
        ],
        RATE,
      ),
    ).toBeCloseTo(-9.03, 2);
  });
});

describe('totalSeconds', () => {
  it('adds up the lengths', () => {
    expect(
      totalSeconds([
        [1, 1.5],
        [2, 4],
      ]),
    ).toBe(2.5);
  });
});
