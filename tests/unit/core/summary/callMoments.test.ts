import { describe, expect, it } from 'vitest';
import { cueWords } from '../../../../core/model/cueWords.ts';
import { callMoments } from '../../../../core/summary/callMoments.ts';
import { reviewedCall } from '../../../support/reviewedCall.ts';
import { syntheticReport } from '../../../support/syntheticReport.ts';

describe('the moments of a call', () => {
  const moments = callMoments({ report: syntheticReport(), comments: [] });

  it('are sorted by start, each with a title', () => {
    const starts = moments.map(({ start }) => start);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    for (const { title } of moments) expect(title).not.toBe('');
  });

  it('distinguish the agent’s interruptions from the caller’s, with the time until one stopped', () => {
    expect(moments.find(({ kind }) => kind === 'agent-interruption')).toMatchObject({ start: 51.4, role: 'agent' });
    expect(moments.find(({ kind }) => kind === 'caller-interruption')?.detail).toBe('stopped after 1.2 s');
  });

  it('point to the peak of a wave, with the agent’s change after it', () => {
    const wave = moments.find(({ kind }) => kind === 'wave')!;
    expect(wave).toMatchObject({ at: 46, detail: 'peak at 0:46, agent +1.9 dB after it' });
    expect(wave.start).toBeLessThan(46);
  });

  it('include missing audio, with the reason', () => {
    const gap = { role: 'agent' as const, start: 61, seconds: 0.4, reason: 'device stalled' };
    const broken = callMoments({ report: syntheticReport({ gapsInCapture: [gap] }), comments: [] });
    expect(broken.find(({ kind }) => kind === 'missing')).toMatchObject({
      start: 61,
      end: 61.4,
      detail: 'device stalled',
    });
  });

  it('show a step by its title, with its note', () => {
    const step = callMoments(reviewedCall()).find(({ kind }) => kind === 'stage');
    expect(step).toMatchObject({ title: 'Step', detail: 'Softly and steadily: after the peak' });
  });

  it('use the agent’s words for a cue', () => {
    const named = callMoments(
      { report: syntheticReport(), comments: [] },
      { cueWords: { ...cueWords, softer: 'Piano' } },
    );
    expect(named.filter(({ detail }) => detail === 'Piano').every(({ cue }) => cue?.kind === 'softer')).toBe(true);
    expect(named.some(({ detail }) => detail === 'Piano')).toBe(true);
  });
});
