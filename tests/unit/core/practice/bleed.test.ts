import { describe, expect, it } from 'vitest';
import type { PracticeEvent } from '../../../../core/model/practiceEvent.ts';
import { drill } from '../../../../core/practice/drills/drillPlans.ts';
import { DrillPractice } from '../../../../core/practice/runs/drillPractice.ts';
import type { ExerciseRun } from '../../../../core/practice/runs/exerciseRun.ts';
import { ScenarioRun } from '../../../../core/practice/runs/scenarioRun.ts';
import { practiceScenarios } from '../../../support/practiceScenarios.ts';
import { speakerNow, syntheticMetrics } from '../../../support/syntheticMetrics.ts';

const lineSeconds = 4;
const [scenario] = practiceScenarios();
const runs: readonly (readonly [string, () => ExerciseRun])[] = [
  ['a scenario', () => new ScenarioRun({ scenario: scenario!, seed: 1, level: 1, lineSeconds: () => lineSeconds })],
  ['a drill', () => new DrillPractice(drill('do-not-match', () => lineSeconds))],
];

/** An attempt of a trainee who waits for 1 s and answers softly for 3 s, with a microphone that sometimes hears the caller. */
function attempt(run: ExerciseRun, hearsCaller: (at: number) => boolean) {
  const events: PracticeEvent[] = [];
  let answersAt = Number.POSITIVE_INFINITY;
  for (let tick = 1; !run.isOver; tick++) {
    const at = tick / 10;
    const agent = speakerNow({ speaking: at > answersAt && at < answersAt + 3, effortDb: -3, articulationRate: 4 });
    const notice = hearsCaller(at) ? ('bleed' as const) : null;
    const happened = run.push({ ...syntheticMetrics(at), agent, baselineRate: 4.2, notice });
    if (happened.some(({ type }) => type === 'say')) answersAt = at + lineSeconds + 1;
    events.push(...happened);
  }
  return { result: run.result(), warnings: events.filter(({ type }) => type === 'bleed').length };
}

describe.each(runs)('a microphone that hears the caller of %s', (_name, start) => {
  it('is reported once and leaves the attempt without a score', () => {
    const { result, warnings } = attempt(start(), (at) => at > 5 && at < 9);
    expect(warnings).toBe(1);
    expect(result).toMatchObject({ score: null, noScore: 'bleed' });
  });

  it('is not reported without bleed', () => {
    const { result, warnings } = attempt(start(), () => false);
    expect(warnings).toBe(0);
    expect(result).toMatchObject({ score: expect.any(Number), noScore: null });
  });
});
