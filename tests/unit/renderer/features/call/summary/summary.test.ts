import { describe, expect, it } from 'vitest';
import { easyPace, evenPitchSemitones } from '../../../../../../core/model/targets.ts';
import { callMoments } from '../../../../../../core/summary/callMoments.ts';
import {
  curveRows,
  curveTimes,
  hasValues,
  lowerCurves,
  upperCurves,
} from '../../../../../../renderer/features/call/curves/curves.ts';
import { listedMoments, momentsOfKind, neighbour } from '../../../../../../renderer/features/call/summary/moments.ts';
import { unheardParties } from '../../../../../../renderer/features/call/summary/unheardParties.ts';
import { type LaneMark, laneMarks } from '../../../../../../renderer/features/call/timeline/layers.ts';
import { loudSpans } from '../../../../../../renderer/features/call/timeline/loudSpans.ts';
import { visibleMarks } from '../../../../../../renderer/features/call/timeline/visibleMarks.ts';
import { zoomsOf } from '../../../../../../renderer/features/call/timeline/zooms.ts';
import { syntheticReport, syntheticReportOfOneSpeaker } from '../../../../../support/syntheticReport.ts';

const report = syntheticReport();
const alone = syntheticReportOfOneSpeaker();

describe('a party without a channel', () => {
  it('is listed separately from the missing measures', () => {
    expect(unheardParties(alone).map(({ field }) => field)).toEqual(['speakers.customer']);
    expect(unheardParties(report)).toEqual([]);
  });
});

describe('loud spans', () => {
  const timelineOf = (effortDb: (number | null)[]) => ({
    stepSeconds: 0.25,
    customer: null,
    agent: { levelLufs: [], effortDb, articulationRate: [], pitchSemitones: [] },
  });

  it('bridge a short dip and end with the last loud step', () => {
    expect(loudSpans(timelineOf([0, 5, 6, null, 1, 5, 5, 0]))).toEqual([[0.25, 1.75]]);
  });

  it('leave out a single loud step', () => {
    expect(loudSpans(timelineOf([0, 9, 0, 0]))).toEqual([]);
  });

  it('are empty if the effort is unknown', () => {
    expect(loudSpans(alone.timeline)).toEqual([]);
  });
});

describe('the marks of the waveform', () => {
  it('put talk-over in the lane of the party that started it', () => {
    const talkOver = laneMarks(report).filter(({ layer }) => layer === 'talk-over');
    expect(talkOver.map(({ role, start }) => [role, start])).toEqual([
      ['agent', 51.4],
      ['customer', 116.2],
    ]);
  });

  it('include only the cues that were shown', () => {
    expect(
      laneMarks(report)
        .filter(({ layer }) => layer === 'cue')
        .map(({ start }) => start),
    ).toEqual([52.1, 76.4, 104.2, 164.2]);
  });
});

describe('the listed moments', () => {
  const moments = listedMoments(callMoments({ report, comments: [] }));

  it('are in order of their start, without listening signs and quick answers', () => {
    const times = moments.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(moments.map(({ kind }) => kind)).toEqual([
      'wave',
      'agent-interruption',
      'cue',
      'loudest',
      'rushed',
      'cue',
      'cue',
      'caller-interruption',
      'dead-air',
      'cue',
    ]);
  });

  it('can be stepped through without stopping at the current one', () => {
    expect(neighbour(moments, 46, 'next')?.at).toBe(51.4);
    expect(neighbour(moments, 51.4, 'previous')?.at).toBe(46);
    expect(neighbour(moments, 0, 'previous')).toBeUndefined();
  });
});

describe('the curves of a call', () => {
  it('offer effort first, and only the level if the effort is unknown', () => {
    expect(upperCurves(report).map(({ kind }) => kind)).toEqual(['effort', 'level']);
    expect(upperCurves(alone).map(({ kind }) => kind)).toEqual(['level']);
  });

  it('have a time for every value', () => {
    const times = curveTimes(report);
    expect(times[4]).toBe(1);
    for (const { series } of lowerCurves(report))
      for (const { values } of series) expect(values).toHaveLength(times.length);
  });

  it('include the usual, if there is a baseline, and the target', () => {
    expect(lowerCurves(report).map(({ kind, usual }) => [kind, usual])).toEqual([
      ['rate', 4.6],
      ['pitch', 0],
    ]);
    const unknown = syntheticReport({ analysis: { ...report.analysis, baseline: 'none', usual: null } });
    expect(lowerCurves(unknown).map(({ usual, target }) => [usual, target])).toEqual([
      [undefined, easyPace(undefined)],
      [0, evenPitchSemitones],
    ]);
  });

  it('have a table of means over round intervals, at most forty', () => {
    const rows = curveRows(report, lowerCurves(report));
    expect(rows.map(({ from }) => from).slice(0, 3)).toEqual([0, 5, 10]);
    const [agentRate] = lowerCurves(report)[0]!.series;
    const known = agentRate!.values.slice(0, 20).filter((value) => value !== null);
    expect(rows[0]!.means[0]).toBeCloseTo(known.reduce((sum, value) => sum + value, 0) / known.length);
    expect(rows[2]!.means[0]).toBeNull();
  });

  it('are empty if there is nothing to draw', () => {
    const nothing = { role: 'agent', values: [null, null] } as const;
    expect(hasValues({ kind: 'rate', usual: undefined, target: undefined, series: [nothing] })).toBe(false);
  });
});

describe('comments', () => {
  const comment = { id: 'c', author: 'Kim', at: 30, until: 40, text: 'Here', writtenAt: '2026-05-04T10:00:00.000Z' };
  const marked = syntheticReport({
    marks: [
      { kind: 'flag', at: 12, stage: null, note: '' },
      { kind: 'stage', at: 72.5, stage: 4, note: '' },
    ],
  });

  it('are among the moments in order of time, and can be listed alone', () => {
    const moments = listedMoments(callMoments({ report: marked, comments: [comment] }));
    expect(momentsOfKind(moments, 'comment')).toMatchObject([{ at: 30, end: 40, detail: 'Kim: Here' }]);
    expect(neighbour(momentsOfKind(moments, 'stage'), 0, 'next')).toMatchObject({ detail: 'Softly and steadily' });
  });

  it('are marked in the lane of the agent', () => {
    expect(laneMarks(marked, [comment]).slice(-3)).toEqual([
      { layer: 'mark', role: 'agent', start: 12, end: 12 },
      { layer: 'mark', role: 'agent', start: 72.5, end: 72.5 },
      { layer: 'comment', role: 'agent', start: 30, end: 40 },
    ]);
  });
});

describe('the visible marks', () => {
  const spanAt = (start: number, end: number): LaneMark => ({ layer: 'speech', role: 'agent', start, end });

  it('are those within the visible part', () => {
    const marks = [spanAt(0, 2), spanAt(9, 11), spanAt(20, 21)];
    expect(visibleMarks(marks, [10, 15], 0.01)).toEqual([spanAt(9, 11)]);
  });

  it('are merged within a pixel, and never more than two for each pixel', () => {
    expect(visibleMarks([spanAt(0, 1), spanAt(1.2, 2), spanAt(3, 4)], [0, 5], 0.5)).toEqual([
      spanAt(0, 2),
      spanAt(3, 4),
    ]);
    const hour = Array.from({ length: 9_000 }, (_, i) => spanAt(i * 0.4, i * 0.4 + 0.1));
    expect(visibleMarks(hour, [0, 3_600], 4).length).toBeLessThan(1_800);
  });

  it('keep moments that have no length apart', () => {
    const cue = { layer: 'cue', role: 'agent', start: 1, end: 1 } as const;
    expect(visibleMarks([cue, { ...cue, start: 1.1, end: 1.1 }], [0, 5], 1)).toHaveLength(2);
  });

  it('zoom in closely enough to find a word, from a minute to an hour', () => {
    expect(zoomsOf(60)).toEqual([1, 2, 4, 8, 16]);
    expect(3_600 / zoomsOf(3_600).at(-1)!).toBeLessThan(80);
  });
});
