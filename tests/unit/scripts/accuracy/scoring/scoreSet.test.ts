import { describe, expect, it } from 'vitest';
import type { Estimate, PartyEstimate } from '../../../../../scripts/accuracy/scoring/estimate.ts';
import { hasTruth, scoreSet } from '../../../../../scripts/accuracy/scoring/scoreSet.ts';
import type { LabelledClip } from '../../../../../scripts/accuracy/truth/labelledSet.ts';

function reading(file: string, truth: Partial<LabelledClip>): LabelledClip {
  return { file, seconds: 4, channels: 1, channels_are: [], turns: [], ...truth };
}

function speaker(truth: Partial<PartyEstimate>): PartyEstimate {
  return { role: 'agent', syllableCount: 0, speech: [], speechSeconds: 0, f0MedianHz: undefined, ...truth };
}

function readingEstimate(party: Partial<PartyEstimate>): Estimate {
  return { parties: [speaker(party)], turns: [], overlaps: [] };
}

/** Scores clips by their true syllable counts and a tool's estimates. */
function scoreCounts(pairs: readonly (readonly [truth: number, estimated: number])[]) {
  return scoreSet(
    { kind: 'readings', clips: pairs.map(([syllables], i) => reading(`${i}`, { syllables })) },
    new Map(pairs.map(([, syllableCount], i) => [`${i}`, readingEstimate({ syllableCount, speechSeconds: 2 })])),
  );
}

describe('scoring syllable counts', () => {
  it('returns the mean relative error, the bias of the sum and the correlation', () => {
    const score = scoreCounts([
      [10, 12],
      [20, 18],
      [30, 36],
    ]);
    expect(score.counted).toBe(3);
    expect(score.countError).toBeCloseTo((0.2 + 0.1 + 0.2) / 3, 12);
    expect(score.countBias).toBeCloseTo(66 / 60, 12);
    // Deviations of the estimates −10, −4, 14; of the truth −10, 0, 10.
    expect(score.countCorrelation).toBeCloseTo(240 / Math.sqrt(312 * 200), 12);
    expect(score.rateCorrelation).toBeCloseTo(240 / Math.sqrt(312 * 200), 12);
  });

  it('lets errors of ten clips cancel when pooled', () => {
    const one = [10, 12] as const;
    const other = [10, 8] as const;
    const score = scoreCounts(Array.from({ length: 23 }, (_, i) => (i % 2 ? one : other)));
    expect(score.countError).toBeCloseTo(0.2, 12);
    expect(score.pooledCountError).toBeCloseTo(0, 12);
    expect(scoreCounts(Array.from({ length: 19 }, () => one)).pooledCountError).toBeUndefined();
  });

  it('computes rates over the labelled speech if there is any', () => {
    const clips = [2, 4, 8].map((seconds, i) =>
      reading(`${i}`, { seconds: 10, syllables: 16, speech: [[0, seconds]] }),
    );
    const estimates = new Map(
      clips.map(({ file }) => [file, readingEstimate({ syllableCount: 16, speechSeconds: 1 })]),
    );
    const score = scoreSet({ kind: 'readings', clips }, estimates);
    expect(score.countCorrelation).toBeUndefined();
    expect(score.rateCorrelation).toBeCloseTo(1, 12);
  });

  it('has no figure if nothing is labelled, and leaves out clips without an estimate', () => {
    const clips = [reading('a', { syllables: 10 }), reading('b', { syllables: 10 }), reading('c', {})];
    const estimates = new Map([
      ['a', readingEstimate({ syllableCount: 11 })],
      ['c', readingEstimate({ syllableCount: 5 })],
    ]);
    const score = scoreSet({ kind: 'readings', clips }, estimates);
    expect(score.counted).toBe(1);
    expect(score.countError).toBeCloseTo(0.1, 12);
    expect(score.speechF1).toBeUndefined();
    expect(score.overlapF1).toBeUndefined();
    expect(scoreSet({ kind: 'readings', clips }, new Map()).countError).toBeUndefined();
  });
});

describe('scoring speech', () => {
  it('compares frames of all clips together', () => {
    const clips = [reading('a', { speech: [[1, 2]] }), reading('b', { speech: [[0, 4]] })];
    const estimates = new Map([
      ['a', readingEstimate({ speech: [[1.5, 3]] })],
      ['b', readingEstimate({ speech: [[0, 4]] })],
    ]);
    // 50 + 400 frames hit, 100 too many, 50 missed.
    expect(scoreSet({ kind: 'readings', clips }, estimates).speechF1).toBeCloseTo(900 / (900 + 150), 12);
  });

  it('bridges silences of up to 0.2 s on both sides', () => {
    const clips = [
      reading('a', {
        speech: [
          [0, 1],
          [1.2, 2],
        ],
      }),
    ];
    const found = readingEstimate({ speech: [[0, 2]] });
    expect(scoreSet({ kind: 'readings', clips }, new Map([['a', found]])).speechF1).toBe(1);
  });
});

const call: LabelledClip = {
  file: 'call',
  seconds: 20,
  channels: 2,
  channels_are: ['agent', 'customer'],
  turns: [
    { speaker: 'agent', start: 0, end: 6, syllables: 20, f0_median: 200 },
    {
      speaker: 'customer',
      start: 5,
      end: 12,
      syllables: 30,
      f0_median: 100,
      speech: [
        [5, 8],
        [9, 12],
      ],
    },
    { speaker: 'agent', start: 14, end: 18, syllables: 12 },
  ],
  overlaps: [
    [5, 6],
    [11, 11.3],
  ],
  interruptions: [
    { by: 'customer', start: 5, overlap: 1, kind: 'int' },
    { by: 'agent', start: 11, overlap: 0.3, kind: 'bc' },
  ],
};

const callEstimate: Estimate = {
  parties: [
    speaker({
      role: 'customer',
      syllableCount: 27,
      speech: [
        [5, 8],
        [9, 12],
      ],
    }),
    speaker({
      role: 'agent',
      syllableCount: 32,
      speech: [
        [0, 6],
        [14, 18],
      ],
    }),
  ],
  turns: [
    { role: 'agent', start: 0, end: 6, f0MedianHz: 400 },
    { role: 'customer', start: 5, end: 12, f0MedianHz: 100 },
  ],
  overlaps: [{ start: 5.1, end: 6, startedBy: 'customer', kind: 'interruption' }],
};

const scoreCall = (estimate: Partial<Estimate>, clip: Partial<LabelledClip> = {}, kind = 'made') =>
  scoreSet({ kind, clips: [{ ...call, ...clip }] }, new Map([['call', { ...callEstimate, ...estimate }]]));

describe('scoring a call', () => {
  it('scores each party on its own channel', () => {
    const score = scoreCall({});
    expect(score.counted).toBe(2);
    expect(score.countError).toBeCloseTo(0.05, 12);
    expect(score.countBias).toBeCloseTo(59 / 62, 12);
    expect(score.speechF1).toBe(1);
    expect([score.overlapF1, score.interruptionF1]).toEqual([1, 1]);
  });

  it('takes the median of the F0 differences per turn, in semitones', () => {
    expect(scoreCall({}).f0ErrorSemitones).toBeCloseTo(6, 12);
    const turns = callEstimate.turns.map((turn) => ({ ...turn, f0MedianHz: turn.role === 'agent' ? 200 : 100 }));
    expect(scoreCall({ turns }).f0ErrorSemitones).toBe(0);
  });

  it('has no F0 for a turn that no estimated turn covers by half', () => {
    const turns = [{ role: 'agent' as const, start: 4, end: 6, f0MedianHz: 400 }];
    expect(scoreCall({ turns }).f0ErrorSemitones).toBeUndefined();
  });

  it('counts missed events and false ones', () => {
    const falseAlarm = { start: 15, end: 16, startedBy: 'customer', kind: 'interruption' } as const;
    expect(scoreCall({ overlaps: [] }).overlapF1).toBe(0);
    const score = scoreCall({ overlaps: [...callEstimate.overlaps!, falseAlarm] });
    expect(score.overlapF1).toBeCloseTo(2 / 3, 12);
    expect(score.interruptionF1).toBeCloseTo(2 / 3, 12);
  });

  it('lets short overlaps count neither way', () => {
    const short = { start: 11, end: 11.45, startedBy: 'agent', kind: 'backchannel' } as const;
    const score = scoreCall({ overlaps: [...callEstimate.overlaps!, short] });
    expect(score.overlapF1).toBe(1);
    expect(score.interruptionF1).toBe(1);
  });

  it('requires an interruption by the right party at the right time', () => {
    const interruption = callEstimate.overlaps![0]!;
    expect(scoreCall({ overlaps: [{ ...interruption, startedBy: 'agent' }] }).interruptionF1).toBe(0);
    expect(scoreCall({ overlaps: [{ ...interruption, start: 5.6 }] }).interruptionF1).toBe(0);
    expect(scoreCall({ overlaps: [{ ...interruption, kind: 'backchannel' }] }).interruptionF1).toBe(0);
  });

  it('does not score interruptions if the truth does not label them', () => {
    const interruptions = [{ by: 'customer', start: 5, overlap: 1 }];
    expect(scoreCall({}, { interruptions }).interruptionF1).toBeUndefined();
  });

  it('has no overlap score for a tool that does not detect overlaps', () => {
    expect(scoreCall({ overlaps: undefined }).overlapF1).toBeUndefined();
  });

  it('rejects an estimate that lacks a party', () => {
    expect(() => scoreCall({ parties: callEstimate.parties.slice(1) })).toThrow('customer');
  });

  it('does not score turns that were derived from channel energy', () => {
    const score = scoreCall({}, {}, 'calls');
    expect([score.speechF1, score.overlapF1]).toEqual([undefined, undefined]);
    expect(hasTruth({ kind: 'calls', clips: [call] })).toBe(false);
    expect(hasTruth({ kind: 'made', clips: [call] })).toBe(true);
  });
});
