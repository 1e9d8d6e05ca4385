import { describe, expect, it } from 'vitest';
import { AttemptCurveRecorder } from '../../../../core/practice/attemptCurve.ts';
import { turningPoint } from '../../../../core/practice/turningPoint.ts';
import { mean } from '../../../../core/statistics/mean.ts';
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
    const heatBefore = actions.flatMap((action) => ('heat' in action && action.at < turn.at ? [action.heat] : []));
    const heatAfter = actions.flatMap((action) => ('heat' in action && action.at >= turn.at ? [action.heat] : []));
    expect(mean(heatBefore)! - mean(heatAfter)!).toBeGreaterThan(0.15);
  });

  it('is missing if the caller never calmed down', () => {
    expect(turningPoint(simulatedCall({ scenario, seed: 1 }, escalating))).toBeNull();
  });
});

describe('the curve of an attempt', () => {
  it('has the mean of each half second, and null while the trainee is silent', () => {
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
