import { describe, expect, it } from 'vitest';
import { callMeasures } from '../../../../core/measures/callMeasures.ts';
import {
  type FollowedMeasureId,
  followedMeasures,
  type MeasuredCall,
} from '../../../../core/measures/followedMeasures.ts';
import type { CallReport } from '../../../../core/model/callReport.ts';
import { compareCalls, compareWithPast, LEAST_PAST_CALLS } from '../../../../core/review/comparison.ts';
import { coRegulationOver, reactivityOver } from '../../../../core/review/responses.ts';
import { isoWeek, type TrendCall, trendOf } from '../../../../core/review/trends.ts';
import { syntheticReport, syntheticReportOfOneSpeaker } from '../../../support/syntheticReport.ts';

const followed = (id: FollowedMeasureId) => followedMeasures.find((measure) => measure.id === id)!;
const measured = (report: CallReport): MeasuredCall => ({
  durationSeconds: report.source.durationSeconds,
  measures: callMeasures(report),
});
const withSoftShare = (softShare: number | null) =>
  measured(syntheticReport({ summary: { ...syntheticReport().summary, softShare } }));
const call = (id: string, startedAt: string, softShare: number | null, isLeftOut = false): TrendCall => ({
  id,
  startedAt,
  ...withSoftShare(softShare),
  isLeftOut,
});

describe('the week of a day', () => {
  it.each([
    ['2026-01-01T09:00:00Z', '2026-W01'],
    ['2027-01-03T09:00:00Z', '2026-W53'],
    ['2024-12-30T09:00:00Z', '2025-W01'],
    ['2026-05-04T00:30:00+02:00', '2026-W19'],
    ['2026-05-03T23:30:00-05:00', '2026-W18'],
  ])('%s is %s, by its own clock', (startedAt, week) => expect(isoWeek(startedAt)).toBe(week));
});

describe('a trend', () => {
  const calls = [
    call('c', '2026-05-12T10:00:00Z', 0.9),
    call('a', '2026-05-04T10:00:00Z', 0.5),
    call('b', '2026-05-06T10:00:00Z', 0.7),
    call('policy', '2026-05-06T11:00:00Z', 0.99, true),
    call('silent', '2026-05-20T10:00:00Z', null),
    call('d', '2026-05-13T10:00:00Z', 0.9),
  ];
  const trend = trendOf(followed('softShare'), calls);

  it('has the median of every week and of all calls, without calls about policy or without the measure', () => {
    expect(trend.n).toBe(4);
    expect(trend.own?.median).toBeCloseTo(0.8);
    expect(trend.weeks.map(({ week, n }) => [week, n])).toEqual([
      ['2026-W19', 2],
      ['2026-W20', 2],
    ]);
    expect(trend.weeks[0]?.median).toBeCloseTo(0.6);
  });

  it('names the first call that reached the best', () => {
    expect(trend.best).toEqual({ id: 'c', value: 0.9 });
    expect(trendOf(followed('agentInterruptions'), calls).best?.id).toBe('a');
    expect(trendOf(followed('agentArticulationRate'), calls).best).toBeUndefined();
    expect(trendOf(followed('softShare'), calls.slice(0, 1)).best).toBeUndefined();
  });
});

describe('a comparison', () => {
  it('counts per ten minutes, so that calls of different lengths are comparable', () => {
    const short = withSoftShare(0.5);
    const twice = { ...short, durationSeconds: 2 * short.durationSeconds };
    const compared = compareCalls(short, twice).find(({ measure }) => measure === 'agentInterruptions');
    expect(compared?.value).toBeCloseTo(600 / 184.5);
    expect(compared?.other).toBeCloseTo(300 / 184.5);
  });

  it('of two calls has no difference if one value is missing', () => {
    const compared = compareCalls(withSoftShare(0.5), measured(syntheticReportOfOneSpeaker()));
    expect(compared.find(({ measure }) => measure === 'softShare')).toEqual({
      measure: 'softShare',
      value: 0.5,
      other: null,
      difference: null,
    });
    const two = compareCalls(withSoftShare(0.5), withSoftShare(0.75));
    expect(two.find(({ measure }) => measure === 'softShare')?.difference).toBe(0.25);
  });

  it('with earlier calls needs enough of them, and places the call among them', () => {
    const past = Array.from({ length: LEAST_PAST_CALLS }, (_, i) => withSoftShare(0.6 + i / 10));
    const place = (softShare: number | null, before = past) =>
      compareWithPast(withSoftShare(softShare), before).find(({ measure }) => measure === 'softShare')?.place;
    expect([place(0.5), place(0.75), place(0.95)]).toEqual(['below', 'usual', 'above']);
    expect(place(0.5, past.slice(1))).toBeUndefined();
    expect(place(null)).toBeUndefined();
  });
});

describe('responses', () => {
  const wave = syntheticReport().waves[0]!;
  const withWaves = (...changes: (number | null)[]) =>
    syntheticReport({ waves: changes.map((agentLevelChangeDb) => ({ ...wave, agentLevelChangeDb })) });

  it('to waves say when there are too few', () => {
    expect(reactivityOver([])).toMatchObject({
      direction: 'too-few',
      change: undefined,
      n: 0,
    });
    expect(reactivityOver([withWaves(-2), withWaves(null)])).toMatchObject({ direction: 'too-few', n: 1 });
  });

  it('to waves are pooled over calls, with an interval that decides the direction', () => {
    const clear = reactivityOver([withWaves(-2, -3), withWaves(-2.5, null)]);
    expect(clear).toMatchObject({ direction: 'softer', n: 3, change: { valueDb: -2.5 } });
    // Student's t for two degrees of freedom: 4.303 · 0.5 / √3.
    expect(clear.change?.ci95[1]).toBeCloseTo(-2.5 + (4.303 * 0.5) / Math.sqrt(3), 6);
    expect(reactivityOver([withWaves(-2, 3, 1)]).direction).toBe('unclear');
  });

  it('of the caller are those after soft turns between two of theirs', () => {
    const report = syntheticReport();
    const turn = (role: 'agent' | 'customer', start: number, effortMeanDb: number | null = null) => ({
      ...report.turns[0]!,
      role,
      start,
      end: start + 5,
      effortMeanDb,
    });
    const turns = [0, 1, 2, 3, 4, 5, 6].map((i) => turn(i % 2 ? 'agent' : 'customer', 10 * i, i % 2 ? -1 : null));
    const levelLufs = Array.from({ length: 280 }, (_, i) => -20 - 2 * Math.floor(i / 80) - (i % 80 === 0 ? 0.001 : 0));
    const customer = { levelLufs, articulationRate: [], pitchSemitones: [] };
    const quieter = { ...report, turns, timeline: { ...report.timeline, customer } };
    const found = coRegulationOver([quieter]);
    expect(found).toMatchObject({ direction: 'softer', n: 3 });
    expect(found.change?.valueDb).toBeCloseTo(-2, 2);
    const loudAgent = turns.map((one) => (one.role === 'agent' ? { ...one, effortMeanDb: 3 } : one));
    expect(coRegulationOver([{ ...quieter, turns: loudAgent }])).toMatchObject({ direction: 'too-few', n: 0 });
  });
});
