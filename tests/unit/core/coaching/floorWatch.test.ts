import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FloorNow, FloorWatch, type SpeakingFrame } from '../../../../core/coaching/floorWatch.ts';
import { defaultCallConfig } from '../../../../core/config/callConfig.ts';

/**
 * Plays a script of `a` (agent), `c` (caller), `b` (both) and `-` (nobody), each with its duration in seconds, and
 * returns the last state.
 */
function floorAfter(...script: readonly (readonly ['a' | 'c' | 'b' | '-', number])[]): FloorNow {
  const watch = new FloorWatch(defaultCallConfig);
  let now: FloorNow | undefined;
  for (const [who, seconds] of script) {
    for (let i = 0; i < Math.round(seconds * 100); i += 1) {
      now = watch.push({ agentSpeaking: 'ab'.includes(who), callerSpeaking: 'cb'.includes(who) });
    }
  }
  return now!;
}

describe('the floor', () => {
  it('has no holder and no silence before the first speech', () => {
    expect(floorAfter(['-', 30])).toEqual({
      holder: undefined,
      heldSeconds: 0,
      agentOverlapSeconds: 0,
      silenceSeconds: undefined,
    });
  });

  it('stays with the last speaker, and silence is counted from their last word', () => {
    expect(floorAfter(['-', 1], ['a', 2], ['-', 6])).toMatchObject({
      holder: 'agent',
      heldSeconds: 8,
      silenceSeconds: 6,
    });
  });

  it("passes to the other once the holder has stopped, counted from the start of the other's speech", () => {
    expect(floorAfter(['a', 2], ['b', 1], ['c', 0.5])).toMatchObject({ holder: 'agent' });
    expect(floorAfter(['a', 2], ['b', 1], ['c', 1])).toMatchObject({ holder: 'customer', heldSeconds: 2 });
  });
});

describe('overlap started by the agent', () => {
  it('grows while both speak', () => {
    expect(floorAfter(['c', 3], ['b', 0.6]).agentOverlapSeconds).toBeCloseTo(0.6, 9);
  });

  it('needs 1.0 s of caller speech before it, summed while the caller holds the floor', () => {
    expect(floorAfter(['c', 0.9], ['b', 2]).agentOverlapSeconds).toBe(0);
    expect(floorAfter(['c', 0.9], ['-', 0.9], ['c', 0.3], ['b', 2]).agentOverlapSeconds).toBeCloseTo(2, 9);
    expect(floorAfter(['c', 0.9], ['-', 1.1], ['c', 0.3], ['b', 2]).agentOverlapSeconds).toBe(0);
  });

  it('does not include overlap started by the caller', () => {
    expect(floorAfter(['a', 3], ['b', 2]).agentOverlapSeconds).toBe(0);
    expect(floorAfter(['a', 3], ['b', 2], ['c', 0.4], ['b', 1]).agentOverlapSeconds).toBe(0);
  });

  it('counts an agent who starts in a short pause of the caller', () => {
    expect(floorAfter(['c', 3], ['-', 0.4], ['a', 0.1], ['b', 0.7]).agentOverlapSeconds).toBeCloseTo(0.7, 9);
    expect(floorAfter(['c', 3], ['-', 0.6], ['a', 0.1], ['b', 0.7]).agentOverlapSeconds).toBe(0);
  });

  it('is over when either has stopped', () => {
    expect(floorAfter(['c', 3], ['b', 0.7], ['c', 0.5]).agentOverlapSeconds).toBeCloseTo(0.7, 9);
    expect(floorAfter(['c', 3], ['b', 0.7], ['c', 0.51]).agentOverlapSeconds).toBe(0);
    expect(floorAfter(['c', 3], ['b', 0.7], ['a', 0.51]).agentOverlapSeconds).toBe(0);
  });

  it('is never longer than the speech of both', () => {
    const frames = fc.array(
      fc.record({
        agentSpeaking: fc.boolean(),
        callerSpeaking: fc.boolean(),
        times: fc.integer({ min: 1, max: 150 }),
      }),
    );
    fc.assert(
      fc.property(frames, (script) => {
        const watch = new FloorWatch(defaultCallConfig);
        let both = 0;
        for (const { times, ...frame } of script) {
          for (let i = 0; i < times; i += 1) {
            if (isBoth(frame)) both += 1;
            const now = watch.push(frame);
            expect(now.agentOverlapSeconds).toBeLessThanOrEqual(both / 100);
            if (frame.agentSpeaking || frame.callerSpeaking) expect(now.silenceSeconds).toBe(0);
          }
        }
      }),
    );
  });
});

function isBoth(frame: SpeakingFrame): boolean {
  return frame.agentSpeaking && frame.callerSpeaking;
}
