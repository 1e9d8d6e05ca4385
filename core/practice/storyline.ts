import { GOAL, type Intensity, intensities, type Outcome, type Scenario } from '../model/scenario.ts';
import type { AnswerEffect } from './answerEffect.ts';
import { practiceConfig } from './practiceConfig.ts';

/** Where a simulated call stands, whatever its timing. */
export interface StoryState {
  readonly beat: string;
  /** How angry the caller is, 0…1. */
  readonly heat: number;
  /** Second waves that have come, by their beats. */
  readonly surged: readonly string[];
  readonly outcome: Outcome | undefined;
}

export function intensityOf(heat: number): Intensity {
  return intensities.findLast((intensity) => heat >= practiceConfig.heat.from[intensity]) ?? 'calm';
}

export function storyStart({ start }: Scenario): StoryState {
  return { beat: start.beat, heat: practiceConfig.heat.start[start.intensity], surged: [], outcome: undefined };
}

/** The state after an answer: hotter or cooler, on the beat that follows, at its end where the goal or the top is reached. */
export function afterAnswer(scenario: Scenario, state: StoryState, effect: AnswerEffect): StoryState {
  const heated = afterHeat(state, effect.change);
  if (heated.outcome) return heated;
  const next = scenario.beats[state.beat]?.next[effect.verdict];
  if (next === undefined) throw new RangeError(`the scenario ${scenario.id} has no beat "${state.beat}"`);
  if (next !== GOAL) return entered(scenario, heated, next);
  return intensityOf(heated.heat) === 'calm' ? { ...heated, outcome: GOAL } : heated;
}

/** The state after the caller was talked over. */
export function afterTalkOver(state: StoryState, level: number): StoryState {
  const { heat, level: hardness } = practiceConfig;
  return afterHeat(state, heat.perTalkOver * (1 + hardness.provoking * (level - 1)));
}

/** The state after a long silence of the trainee: never the end by itself. */
export function afterLongSilence(state: StoryState): StoryState {
  return { ...state, heat: Math.min(0.99, state.heat + practiceConfig.heat.perLongSilence) };
}

/** A caller at the very top who is heated further gives up. */
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
