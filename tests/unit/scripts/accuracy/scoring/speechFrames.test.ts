import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../../../core/model/callReport.ts';
import { f1, matchEvents } from '../../../../../scripts/accuracy/scoring/eventCounts.ts';
import { compareSpeech, joinedSpans, totalSeconds } from '../../../../../scripts/accuracy/scoring/speechFrames.ts';

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 100 }))
    .map(([start, length]): Span => [start / 100, (start + length) / 100]),
);

describe('comparing speech', () => {
  it('finds no errors between identical spans', () => {
    fc.assert(
      fc.property(spans, (truth) => {
        const { falseAlarms, misses } = compareSpeech(truth, truth, 10);
        expect([falseAlarms, misses]).toEqual([0, 0]);
      }),
    );
  });

  it('swaps false alarms and misses when the sides are swapped', () => {
    fc.assert(
      fc.property(spans, spans, (one, other) => {
        const there = compareSpeech(one, other, 10);
        const back = compareSpeech(other, one, 10);
        expect([there.hits, there.falseAlarms, there.misses]).toEqual([back.hits, back.misses, back.falseAlarms]);
      }),
    );
  });

  it('ignores speech beyond the end of the clip', () => {
    expect(compareSpeech([[0, 1]], [[0, 3]], 2)).toEqual({ hits: 100, falseAlarms: 100, misses: 0 });
  });
});

describe('joining spans', () => {
  it('sorts them, and joins those that overlap or are close', () => {
    const joined = joinedSpans(
      [
        [5, 6],
        [0, 2],
        [1, 3],
        [3.1, 4],
      ],
      0.2,
    );
    expect(joined).toHaveLength(2);
    expect(joined[0]).toEqual([0, 4]);
    expect(totalSeconds(joined)).toBeCloseTo(5, 12);
  });
});

describe('matching events', () => {
  const sameNumber = (a: number, b: number) => a === b;

  it('matches one to one', () => {
    const counts = matchEvents({ truth: [1, 2, 3], borderline: [], found: [1, 1, 3, 4] }, sameNumber);
    expect(counts).toEqual({ hits: 2, falseAlarms: 2, misses: 1 });
    expect(f1(counts)).toBeCloseTo(4 / 7, 12);
  });

  it('lets borderline events count neither way', () => {
    expect(matchEvents({ truth: [], borderline: [7], found: [7] }, sameNumber)).toEqual({
      hits: 0,
      falseAlarms: 0,
      misses: 0,
    });
  });

  it('has no F1 if there was nothing to find', () => {
    expect(f1({ hits: 0, falseAlarms: 0, misses: 0 })).toBeUndefined();
    expect(f1({ hits: 0, falseAlarms: 1, misses: 0 })).toBe(0);
  });
});
