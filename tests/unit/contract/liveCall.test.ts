import { describe, expect, it } from 'vitest';
import { afterLiveEvent, type LiveCall, newLiveCall, waveMemorySeconds } from '../../../contract/liveCall.ts';
import type { LiveEvent } from '../../../contract/liveContract.ts';
import type { CallEvent, CallMetrics } from '../../../core/model/callEvent.ts';
import type { Cue } from '../../../core/model/cue.ts';
import { speakerNow, syntheticMetrics } from '../../support/syntheticMetrics.ts';

const session = {
  sessionId: 's',
  callId: 'c',
  startedAt: '2026-01-01T00:00:00Z',
  inputs: [],
  cueMode: 'coach' as const,
};
const softer: Cue = {
  kind: 'softer',
  at: 10,
  until: 14,
  shown: true,
  markedWrong: false,
  evidence: { metric: 'effortDb', value: 5, threshold: 4, window: [8, 10] },
};

function metricsAt(at: number, changes: Partial<CallMetrics> = {}): CallMetrics {
  return { ...syntheticMetrics(at), ...changes };
}

function callAfter(events: readonly CallEvent[], start: LiveCall = newLiveCall(session)): LiveCall {
  return events.reduce((call, event) => afterLiveEvent(call, { type: 'call', event }), start);
}

describe('a live call', () => {
  it('shows a cue from its start to its end', () => {
    const shown = callAfter([{ type: 'cue', at: 10, cue: softer }]);
    expect(shown.cue).toEqual(softer);
    expect(callAfter([{ type: 'cue-ended', at: 14, kind: 'softer' }], shown).cue).toBeUndefined();
  });

  it('does not show a cue that was held back, and is not cleared by the end of another one', () => {
    expect(callAfter([{ type: 'cue', at: 10, cue: { ...softer, shown: false } }]).cue).toBeUndefined();
    const shown = callAfter([{ type: 'cue', at: 10, cue: softer }]);
    expect(callAfter([{ type: 'cue-ended', at: 11, kind: 'slower' }], shown).cue).toEqual(softer);
  });

  it('lets one cue take the place of another', () => {
    const finish: Cue = { ...softer, kind: 'let-them-finish', at: 11 };
    const call = callAfter([
      { type: 'cue', at: 10, cue: softer },
      { type: 'cue', at: 11, cue: finish },
      { type: 'cue-ended', at: 11, kind: 'softer' },
    ]);
    expect(call.cue).toEqual(finish);
  });

  it('knows the last cue beyond its end, and what was said of it', () => {
    const over = callAfter([
      { type: 'cue', at: 10, cue: softer },
      { type: 'cue-ended', at: 14, kind: 'softer' },
    ]);
    expect(over.lastCue).toEqual(softer);
    const mark = { kind: 'softer', at: 10, wrong: true } as const;
    expect(afterLiveEvent(over, { type: 'cue-marked', mark }).lastCue).toEqual({ ...softer, markedWrong: true });
    const another = { type: 'cue-marked', mark: { ...mark, at: 3 } } as const;
    expect(afterLiveEvent(over, another).lastCue).toEqual(softer);
  });

  it('moves the floor light at once, and has none without a caller', () => {
    expect(callAfter([{ type: 'floor', at: 1, state: 'your-turn' }]).floor).toBe('your-turn');
    expect(callAfter([metricsAt(1, { floor: null })]).floor).toBeUndefined();
  });

  it('keeps one point of the wave a second, and no more than its memory', () => {
    const readings = Array.from({ length: 2200 }, (_, index) => metricsAt(index / 10, { waveHeight: 0.5 }));
    const { waveHistory } = callAfter(readings);
    expect(waveHistory).toHaveLength(waveMemorySeconds);
    expect(waveHistory.at(-1)?.at).toBe(219);
  });

  it('leaves the height of the wave open while it is not known', () => {
    expect(callAfter([metricsAt(3, { waveHeight: null })]).waveHistory).toEqual([
      { at: 3, height: undefined, state: 'level' },
    ]);
  });

  it('adds up the agent’s speech from reading to reading, and takes a long pause in the readings for no speech', () => {
    const speaking = { agent: speakerNow({ speaking: true }) };
    const silent = { agent: speakerNow({ speaking: false }) };
    const call = callAfter([
      metricsAt(0.1, silent),
      metricsAt(0.2, speaking),
      metricsAt(0.3, speaking),
      metricsAt(0.4, silent),
      metricsAt(30, speaking),
    ]);
    expect(call.agentSpeechSeconds).toBeCloseTo(0.7);
  });

  it('does not claim to know the agent’s speech where it joined in mid-call', () => {
    const call = callAfter([metricsAt(80), metricsAt(80.1, { agent: speakerNow({ speaking: true }) })]);
    expect(call.agentSpeechSeconds).toBeUndefined();
  });

  it('shows the trouble of a source until it is well again', () => {
    const stalled: LiveEvent = {
      type: 'source',
      role: 'agent',
      state: 'stalled',
      message: 'No sound from the headset.',
    };
    const call = afterLiveEvent(newLiveCall(session), stalled);
    expect(call.sourceTroubles).toEqual({ agent: { state: 'stalled', message: 'No sound from the headset.' } });
    expect(afterLiveEvent(call, { ...stalled, state: 'ok' }).sourceTroubles).toEqual({});
  });

  it('ends with a summary, or with the reason why not', () => {
    const call = newLiveCall(session);
    expect(afterLiveEvent(call, { type: 'ended', callId: 'c' }).outcome).toEqual({ callId: 'c' });
    const error = { code: 'device-failed', message: 'The microphone is gone.' } as const;
    expect(afterLiveEvent(call, { type: 'failed', error }).outcome).toEqual({ error });
  });
});
