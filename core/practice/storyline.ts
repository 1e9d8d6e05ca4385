import { GOAL, type Intensity, intensities, type Outcome, type Scenario } from '../model/scenario.ts';
import type { AnswerEffect } from './answerEffect.ts';
import { practiceConfig } from './practiceConfig.ts';

/** The state of a simulated call, apart from its timing. */
export interface StoryState {
  readonly beat: string;
  /** The caller's anger, 0…1. */
  readonly heat: number;
  /** Beats whose second wave has already come. */
  readonly surged: readonly string[];
  readonly outcome: Outcome | undefined;
}

export function intensityOf(heat: number): Intensity {
  return intensities.findLast((intensity) => heat >= practiceConfig.heat.from[intensity]) ?? 'calm';
}

export function storyStart({ start }: Scenario): StoryState {
  return { beat: start.beat, heat: practiceConfig.heat.start[start.intensity], surged: [], outcome: undefined };
}

/** Returns the state after an answer, with the new heat and beat. The call ends at the goal or at the top of the heat. */
export function afterAnswer(scenario: Scenario, state: StoryState, effect: AnswerEffect): StoryState {
  const heated = afterHeat(state, effect.change);
  if (heated.outcome) return heated;
  const next = scenario.beats[state.beat]?.next[effect.verdict];
  if (next === undefined) throw new RangeError(`the scenario ${scenario.id} has no beat "${state.beat}"`);
  if (next !== GOAL) return entered(scenario, heated, next);
  return intensityOf(heated.heat) === 'calm' ? { ...heated, outcome: GOAL } : heated;
}

export function afterTalkOver(state: StoryState, level: number): StoryState {
  const { heat, level: hardness } = practiceConfig;
  return afterHeat(state, heat.perTalkOver * (1 + hardness.provoking * (level - 1)));
}

/** A long silence of the trainee never ends the call by itself. */
export function afterLongSilence(state: StoryState): StoryState {
  return { ...state, heat: Math.min(0.99, state.heat + practiceConfig.heat.perLongSilence) };
}

/** A caller at the top of the heat who gets angrier gives up. */
function afterHeat(state: StoryState, change: number): StoryState {
  const heat = Math.min(1, Math.max(0, state.heat + change));
  const isLost = change > 0 && state.heat >= practiceConfig.heat.top;
  return { ...state, heat, outcome: isLost ? 'lost' : undefined };
}

function entered(scenario: Scenario, state: StoryState, beat: string): StoryState {
  const surges = scenario.beats[beat]?.surge === true && !state.surged.includes(beat);
  if (!surges) return { ...state, beat };
  return { ...state, beat, heat: Math.max(state.heat, practiceConfig.heat.surge), surged: [...state.surged, beat] };
}
