import { describe, expect, it } from 'vitest';
import type { CallMetrics, SpeakerNow } from '../../../../core/model/callEvent.ts';
import { AttemptCurveRecorder } from '../../../../core/practice/attemptCurve.ts';
import { BleedCheck } from '../../../../core/practice/bleedCheck.ts';
import { turningPoint } from '../../../../core/practice/turningPoint.ts';
import { practiceScenarios } from '../../../support/practiceScenarios.ts';
import { escalating, simulatedCall, softAndPatient } from '../../../support/scriptedTrainee.ts';

const scenario = practiceScenarios()[0]!;

describe('the moment that turned a call', () => {
  it('is an answer that soothed and after which the caller stayed calmer', () => {
    const actions = simulatedCall({ scenario, seed: 1 }, softAndPatient);
    const turn = turningPoint(actions)!;
    const answer = actions.find(({ type, at }) => type === 'answered' && at === turn.at);
    expect(answer).toMatchObject({ effect: { verdict: 'soothed' } });
    expect(turn).toMatchObject({ by: 'effort' });
    expect(turn.fall).toBeGreaterThan(0.15);
  });

  it('is missing where the caller never came down', () => {
    expect(turningPoint(simulatedCall({ scenario, seed: 1 }, escalating))).toBeUndefined();
  });
});

describe('the curve of an attempt', () => {
  it('has the mean of each half second, and nothing where the trainee is silent', () => {
    const recorder = new AttemptCurveRecorder();
    for (let tick = 1; tick <= 15; tick++) {
      const at = tick / 10;
      const speaking = at < 0.5;
      recorder.push({ at, speaking, effortDb: tick, paceRatio: 1, pitchSemitones: 0 }, 0.5);
    }
    expect(recorder.curve).toEqual({
      stepSeconds: 0.5,
      effortDb: [2.5, null, null],
      paceRatio: [1, null, null],
      heat: [0.5, 0.5, 0.5],
    });
  });
});

describe('the check for bleed', () => {
  const now = (speaking: boolean, momentaryLufs: number): SpeakerNow => ({
    speaking,
    momentaryLufs,
    activeLufs: null,
    effortDb: null,
    articulationRate: null,
    pitchSemitones: null,
    trouble: null,
  });
  const metrics = (at: number, agent: SpeakerNow, customer: SpeakerNow): CallMetrics => ({
    type: 'metrics',
    at,
    agent,
    customer,
    floor: null,
    wave: null,
    waveHeight: null,
    talkShare: null,
    baselineRate: null,
    baseline: 'personal',
    notice: null,
  });
  /** The caller's level over time, as speech moves. */
  const callerLufs = (tick: number) => -27 + 6 * Math.sin(tick);

  function checked(agentAt: (tick: number) => SpeakerNow, ticks = 40): boolean | undefined {
    const check = new BleedCheck();
    for (let tick = 0; tick < ticks; tick++) check.push(metrics(tick / 10, agentAt(tick), now(true, callerLufs(tick))));
    return check.bleeds;
  }

  it('finds a microphone that hears the caller, however faintly', () => {
    expect(checked((tick) => now(true, callerLufs(tick) - 25))).toBe(true);
  });

  it('does not take a quiet room for it, nor a trainee who talks over the caller', () => {
    expect(checked((tick) => now(false, -68 + Math.sin(7 * tick)))).toBe(false);
    expect(checked((tick) => now(true, -27 + 6 * Math.sin(1.7 * tick + 1)))).toBe(false);
  });

  it('says nothing before it has heard three seconds of the caller', () => {
    expect(checked((tick) => now(true, callerLufs(tick)), 29)).toBeUndefined();
  });
});
