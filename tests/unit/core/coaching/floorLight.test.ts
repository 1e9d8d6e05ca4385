import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FloorLight } from '../../../../core/coaching/floorLight.ts';
import { defaultCallConfig } from '../../../../core/config/callConfig.ts';
import type { FloorState } from '../../../../core/model/callEvent.ts';
import type { WaveState } from '../../../../core/model/callReport.ts';

class Rehearsal {
  readonly light = new FloorLight(defaultCallConfig);
  wave: WaveState | undefined;

  play(who: 'agent' | 'customer' | 'both' | 'nobody', seconds: number): FloorState[] {
    return Array.from({ length: Math.round(seconds * 100) }, () =>
      this.light.push(
        {
          agentSpeaking: who === 'agent' || who === 'both',
          callerSpeaking: who === 'customer' || who === 'both',
        },
        this.wave,
      ),
    );
  }

  /** Seconds of silence until the light shows YOUR TURN. */
  secondsToYourTurn(): number {
    return (this.play('nobody', 3).indexOf('your-turn') + 1) / 100;
  }
}

describe('the floor light', () => {
  it('is YOUR TURN before the caller has said anything, whatever the agent does', () => {
    const call = new Rehearsal();
    expect(new Set([...call.play('nobody', 5), ...call.play('agent', 5)])).toEqual(new Set(['your-turn']));
  });

  it('is WAIT from the first frame of caller speech, also over the agent', () => {
    const call = new Rehearsal();
    call.play('agent', 2);
    expect(call.play('both', 1)[0]).toBe('wait');
  });

  it('changes to ALMOST at 0.3 s and to YOUR TURN at 0.7 s after a long turn', () => {
    const call = new Rehearsal();
    call.play('customer', 3);
    const silence = call.play('nobody', 1);
    expect(silence.indexOf('almost') + 1).toBe(30);
    expect(silence.indexOf('your-turn') + 1).toBe(70);
  });

  it('is YOUR TURN at 0.5 s after a turn under 2 s', () => {
    const call = new Rehearsal();
    call.play('customer', 1.9);
    expect(call.secondsToYourTurn()).toBe(0.5);
  });

  it('continues a turn that the agent did not answer, and starts a new one after an answer', () => {
    const call = new Rehearsal();
    call.play('customer', 1);
    call.play('nobody', 0.4);
    call.play('customer', 1);
    expect(call.secondsToYourTurn()).toBe(0.7);
    call.play('agent', 2);
    call.play('customer', 1);
    expect(call.secondsToYourTurn()).toBe(0.5);
  });

  it.each(['rising', 'peak'] as const)('waits 1.0 s while the wave is %s', (wave) => {
    const call = new Rehearsal();
    call.wave = wave;
    call.play('customer', 1);
    expect(call.secondsToYourTurn()).toBe(1);
  });

  it('returns to WAIT in the frame in which the caller resumes', () => {
    const call = new Rehearsal();
    call.play('customer', 3);
    expect(call.play('nobody', 0.4).at(-1)).toBe('almost');
    expect(call.play('customer', 0.01)).toEqual(['wait']);
    call.play('nobody', 2);
    expect(call.play('customer', 0.01)).toEqual(['wait']);
  });

  it('does not withdraw YOUR TURN when the wave starts to rise in the silence', () => {
    const call = new Rehearsal();
    call.play('customer', 1);
    call.play('nobody', 0.6);
    call.wave = 'rising';
    expect(call.play('nobody', 0.1)).not.toContain('almost');
  });

  describe("adapts to the caller's own pauses", () => {
    const pausing = (call: Rehearsal, seconds: number, times: number) => {
      for (let i = 0; i < times; i += 1) {
        call.play('customer', 1);
        call.play('nobody', seconds);
      }
      call.play('customer', 1);
    };

    it('once there have been eight', () => {
      const seven = new Rehearsal();
      pausing(seven, 0.9, 7);
      expect(seven.secondsToYourTurn()).toBe(0.7);
      const eight = new Rehearsal();
      pausing(eight, 0.9, 8);
      expect(eight.secondsToYourTurn()).toBe(0.9);
    });

    it('never above 1.2 s or below 0.5 s', () => {
      const slow = new Rehearsal();
      pausing(slow, 2, 9);
      expect(slow.secondsToYourTurn()).toBe(1.2);
      const quick = new Rehearsal();
      pausing(quick, 0.3, 9);
      expect(quick.secondsToYourTurn()).toBe(0.5);
    });

    it('not to silences in which the agent spoke', () => {
      const call = new Rehearsal();
      for (let i = 0; i < 10; i += 1) {
        call.play('customer', 3);
        call.play('nobody', 0.5);
        call.play('agent', 0.5);
      }
      call.play('customer', 3);
      expect(call.secondsToYourTurn()).toBe(0.7);
    });
  });

  it('never shows ALMOST or YOUR TURN while the caller speaks, nor YOUR TURN before 0.5 s of their silence', () => {
    const scripts = fc.array(
      fc.tuple(fc.constantFrom('agent', 'customer', 'both', 'nobody'), fc.double({ min: 0.01, max: 2, noNaN: true })),
    );
    fc.assert(
      fc.property(scripts, (script) => {
        const call = new Rehearsal();
        let silent = Number.POSITIVE_INFINITY;
        for (const [who, seconds] of script) {
          for (const state of call.play(who, seconds)) {
            silent = who === 'customer' || who === 'both' ? 0 : silent + 0.01;
            if (silent === 0) expect(state).toBe('wait');
            if (silent < 0.49) expect(state).not.toBe('your-turn');
            if (silent > 1.21) expect(state).toBe('your-turn');
          }
        }
      }),
    );
  });
});
