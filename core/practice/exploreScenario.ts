import type { Outcome, Scenario } from '../model/scenario.ts';
import { type Answer, answerEffect } from './answerEffect.ts';
import { practiceConfig } from './practiceConfig.ts';
import { afterAnswer, afterLongSilence, afterTalkOver, intensityOf, type StoryState, storyStart } from './storyline.ts';

/** Typical answers: the best, one that changes little, and the worst. */
const answers: Readonly<Record<'soft' | 'middling' | 'harsh', Answer>> = {
  soft: { gapSeconds: 1.2, speechSeconds: 5, effortDb: -3, paceRatio: 0.95 },
  middling: { gapSeconds: 3, speechSeconds: 5, effortDb: 3, paceRatio: 1.13 },
  harsh: { gapSeconds: 0, speechSeconds: 5, effortDb: 9, paceRatio: 1.5 },
};

/** Results of walking through a scenario by the simulator's rules; beats by name. */
export interface ScenarioWays {
  readonly reached: ReadonlySet<string>;
  /** Beats from which the goal can become unreachable. */
  readonly withoutGoal: ReadonlySet<string>;
  readonly withoutPeak: ReadonlySet<string>;
  /** At every level of difficulty, with only such answers. */
  readonly softEndsAtGoal: boolean;
  readonly harshEndsAtPeak: boolean;
}

/**
 * Walks every way of answering at the first level, with talk-overs and silences in between.
 *
 * @param scenario one in which every named beat exists
 */
export function exploreScenario(scenario: Scenario): ScenarioWays {
  const start = storyStart(scenario);
  const states = new Map<string, StoryState>([[keyOf(start), start]]);
  const before = new Map<string, Set<string>>();
  const add = (state: StoryState) => {
    if (!states.has(keyOf(state))) states.set(keyOf(state), state);
  };
  // A Map also yields entries that are added during the loop.
  for (const [key, state] of states) {
    if (state.outcome) continue;
    for (const answer of Object.values(answers)) {
      const next = rounded(answered(scenario, state, answer, 1));
      const nextKey = keyOf(next);
      add(next);
      before.set(nextKey, (before.get(nextKey) ?? new Set()).add(key));
    }
    // Answers must also lead on from these states.
    add(rounded(afterTalkOver(state, 1)));
    add(rounded(afterLongSilence(state)));
  }
  const toGoal = leadingTo(states, before, ({ outcome }) => outcome === 'resolved');
  const toPeak = leadingTo(states, before, ({ heat }) => intensityOf(heat) === 'peak');
  const open = [...states].filter(([, { outcome }]) => !outcome);
  const beatsOf = (found: typeof open) => new Set(found.map(([, { beat }]) => beat));
  return {
    reached: beatsOf(open),
    withoutGoal: beatsOf(open.filter(([key]) => !toGoal.has(key))),
    withoutPeak: beatsOf(open.filter(([key]) => !toPeak.has(key))),
    softEndsAtGoal: alwaysEnds(scenario, answers.soft, 'resolved'),
    harshEndsAtPeak: alwaysEnds(scenario, answers.harsh, 'lost'),
  };
}

function answered(scenario: Scenario, state: StoryState, answer: Answer, level: number): StoryState {
  return afterAnswer(scenario, state, answerEffect(answer, intensityOf(state.heat), level));
}

/** Rounds the heat so that the number of states stays finite. */
function rounded(state: StoryState): StoryState {
  return { ...state, heat: Math.round(state.heat * 50) / 50 };
}

function keyOf({ beat, heat, surged, outcome }: StoryState): string {
  return JSON.stringify([beat, heat, surged, outcome]);
}

/** True if answering the same way every time ends the call with the outcome, at every level. */
function alwaysEnds(scenario: Scenario, answer: Answer, outcome: Outcome): boolean {
  return Array.from({ length: practiceConfig.level.max }, (_, index) => index + 1).every((level) => {
    let state = storyStart(scenario);
    for (let turn = 0; turn < practiceConfig.maxTurns && !state.outcome; turn++) {
      state = answered(scenario, state, answer, level);
    }
    return state.outcome === outcome;
  });
}

/** Returns the states from which a wanted state can be reached. */
function leadingTo(
  states: ReadonlyMap<string, StoryState>,
  before: ReadonlyMap<string, ReadonlySet<string>>,
  isWanted: (state: StoryState) => boolean,
): ReadonlySet<string> {
  const found = new Set([...states].filter(([, state]) => isWanted(state)).map(([key]) => key));
  for (const key of found) for (const earlier of before.get(key) ?? []) found.add(earlier);
  return found;
}
