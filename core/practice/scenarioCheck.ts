import type { z } from 'zod';
import { GOAL, intensities, type Scenario, scenarioSchema } from '../model/scenario.ts';
import { exploreScenario } from './exploreScenario.ts';
import { practiceConfig } from './practiceConfig.ts';

/** A problem at a path of a scenario file, such as `beats.opening.lines.peak`, and what to do about it. */
export interface ScenarioProblem {
  readonly path: string;
  readonly message: string;
}

export type ScenarioCheck =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/**
 * Checks a parsed scenario file: its form, that every beat exists, can be reached and leads on, that the caller has lines
 * for every intensity, and that the call can be won and lost.
 */
export function checkScenario(json: unknown): ScenarioCheck {
  const parsed = scenarioSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(formProblem) };
  const scenario = parsed.data;
  const names = [...missingBeats(scenario), ...missingLines(scenario)];
  // A scenario can only be explored if every named beat exists.
  const problems = names.length > 0 ? names : waysProblems(scenario);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario };
}

/** Checks the text of a scenario file. */
export function checkScenarioText(text: string): ScenarioCheck {
  try {
    return checkScenario(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = `This is no JSON (${error.message}). Check commas, quotes and brackets there.`;
    return { ok: false, problems: [{ path: WHOLE_FILE, message }] };
  }
}

/** The path of a problem of the whole file. */
const WHOLE_FILE = '(the file)';

function formProblem({ path, message }: z.core.$ZodIssue): ScenarioProblem {
  return { path: path.join('.') || WHOLE_FILE, message };
}

function missingBeats({ start, beats }: Scenario): ScenarioProblem[] {
  const known = Object.keys(beats).join(', ');
  const problems: ScenarioProblem[] = [];
  if (!(start.beat in beats)) {
    problems.push({ path: 'start.beat', message: `There is no beat "${start.beat}". Name one of: ${known}.` });
  }
  if (GOAL in beats) {
    problems.push({ path: `beats.${GOAL}`, message: `"${GOAL}" is the name of the goal. Give the beat another name.` });
  }
  for (const [name, { next }] of Object.entries(beats)) {
    for (const [verdict, target] of Object.entries(next)) {
      if (target === GOAL || target in beats) continue;
      problems.push({
        path: `beats.${name}.next.${verdict}`,
        message: `There is no beat "${target}". Name one of: ${known}, or "${GOAL}" for the goal.`,
      });
    }
  }
  return problems;
}

function missingLines({ beats, talkedOver, silence, endings }: Scenario): ScenarioProblem[] {
  const needed: [path: string, lines: readonly string[], when: string][] = [
    ...Object.entries(beats).flatMap(([name, { lines }]) =>
      intensities.map((intensity): [string, readonly string[], string] => [
        `beats.${name}.lines.${intensity}`,
        lines[intensity],
        intensity === 'peak' ? 'at the peak' : `when ${intensity}`,
      ]),
    ),
    ...(['annoyed', 'angry', 'peak'] as const).map((intensity): [string, readonly string[], string] => [
      `talkedOver.${intensity}`,
      talkedOver[intensity],
      'when talked over',
    ]),
    ['silence', silence, 'into a long silence'],
    ['endings.resolved', endings.resolved, 'when the goal is reached'],
    ['endings.lost', endings.lost, 'when giving up at the peak'],
    ['endings.unresolved', endings.unresolved, 'when the call leads nowhere'],
  ];
  return needed
    .filter(([, lines]) => lines.length === 0)
    .map(([path, , when]) => ({ path, message: `The caller has nothing to say ${when}. Add at least one line.` }));
}

function waysProblems(scenario: Scenario): ScenarioProblem[] {
  const ways = exploreScenario(scenario);
  const problems: ScenarioProblem[] = Object.keys(scenario.beats)
    .filter((beat) => !ways.reached.has(beat))
    .map((beat) => ({
      path: `beats.${beat}`,
      message: 'No way of answering leads here. Name this beat in the "next" of another, or leave it out.',
    }));
  for (const beat of ways.withoutGoal) {
    problems.push({
      path: `beats.${beat}.next`,
      message: `From here no way of answering reaches the goal. Let "soothed" lead on, at last to "${GOAL}".`,
    });
  }
  for (const beat of ways.withoutPeak) {
    problems.push({
      path: `beats.${beat}.next`,
      message:
        'From here no way of answering brings the caller to the peak. Let "provoked" stay or lead to such a beat.',
    });
  }
  if (!ways.softEndsAtGoal) {
    problems.push({
      path: 'beats',
      message: `Soft and patient answers alone do not reach the goal at every level. Follow "soothed" from the start: it must end at "${GOAL}", not go round, and take the hardest caller no more than ${practiceConfig.maxTurns} turns.`,
    });
  }
  if (!ways.harshEndsAtPeak) {
    problems.push({
      path: 'beats',
      message:
        'Loud and hasty answers alone do not drive the caller to the peak at every level. Follow "provoked" from the start: it must not end at the goal.',
    });
  }
  return problems;
}
