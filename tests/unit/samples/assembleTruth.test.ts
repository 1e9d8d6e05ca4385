import { describe, expect, it } from 'vitest';
import { assembleTruth, type SpokenLine } from '../../../samples/assembleTruth.ts';
import type { Span } from '../../../samples/speechLevel.ts';
import type { Line } from '../../../samples/story.ts';

const BASELINE_RATE = 4;
const voiceNames = { agent: 'a', customer: 'c' };

function spoken(line: Partial<Line>, start: number, end: number, segments: Span[], syllables = 8): SpokenLine {
  const whole: Line = { role: 'agent', text: 'Text.', timing: { after: 0 }, wpm: 150, effortDb: 0, ...line };
  return { line: whole, clip: { segments, syllables, levelDbfs: -26 }, placement: { start, end } };
}

/**
 * The caller speaks and the agent cuts in; then a turn after a kept pause, with a backchannel of the agent in between.
 */
const call: readonly SpokenLine[] = [
  spoken({ role: 'customer' }, 1, 5, [[0, 4]], 16),
  spoken(
    { timing: { cutIn: 1 }, effortDb: 6 },
    4,
    9,
    [
      [0, 4],
      [4.5, 5],
    ],
    27,
  ),
  spoken({ role: 'customer' }, 9.25, 13.25, [[0, 4]], 16),
  spoken({ timing: { during: 2 } }, 11.25, 11.75, [[0, 0.5]], 2),
  spoken({ effortDb: 5 }, 14.5, 19.5, [[0, 5]], 25),
  spoken({ role: 'customer' }, 20, 22, [[0, 2]], 8),
  spoken({}, 22.5, 32.5, [[0, 10]], 30),
];

describe('assembleTruth', () => {
  const truth = assembleTruth(call, voiceNames, BASELINE_RATE);

  it('times speech segments from the start of the call and computes rates over them alone', () => {
    expect(truth.lines[1]).toMatchObject({
      kind: 'interruption',
      speech: [
        [4, 8],
        [8.5, 9],
      ],
      articulationRate: 6,
    });
  });

  it('adds up the speech of each party', () => {
    expect(truth.speakers).toMatchObject([
      { role: 'agent', channel: 0, voice: 'a', speechSeconds: 20, syllables: 84, articulationRate: 4.2 },
      { role: 'customer', channel: 1, voice: 'c', speechSeconds: 10, syllables: 40, articulationRate: 4 },
    ]);
  });

  it('signs the gaps and does not count a backchannel as a change of speaker', () => {
    expect(truth.gaps.map(({ to, seconds }) => [to, seconds])).toEqual([
      ['agent', -1],
      ['customer', 0.25],
      ['agent', 1.25],
      ['customer', 0.5],
      ['agent', 0.5],
    ]);
  });

  it('distinguishes interruptions from backchannels', () => {
    expect(truth.overlaps).toEqual([
      { start: 4, end: 5, startedBy: 'agent', kind: 'interruption' },
      { start: 11.25, end: 11.75, startedBy: 'agent', kind: 'backchannel' },
    ]);
  });

  it('lists the agent’s kept pauses of 1–3 s', () => {
    expect(truth.pausesKept).toEqual([[13.25, 14.5]]);
  });

  it('finds the occasions of the cues: talking over the caller, loud lines, and 8 s of fast speech', () => {
    expect(truth.occasions).toEqual([
      { kind: 'let-them-finish', start: 4, end: 5 },
      { kind: 'softer', start: 4, end: 19.5 },
      { kind: 'slower', start: 14.5, end: 19.5 },
    ]);
  });

  it('summarises the call', () => {
    expect(truth.summary).toEqual({ talkShare: 0.667, medianResponseGapSeconds: 0.5, agentInterruptions: 1 });
  });
});
