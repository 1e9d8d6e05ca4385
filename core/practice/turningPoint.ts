import { mean } from '../statistics/mean.ts';
import type { AnswerParts } from './answerEffect.ts';
import type { CallerAction } from './callerAction.ts';

/** A fall in heat that is worth being called a turn. */
const MIN_FALL = 0.15;

export interface TurningPoint {
  /** When the answer that turned the call was over, in seconds of the call. */
  readonly at: number;
  /** By how much the mean heat after it lies below that before it. */
  readonly fall: number;
  /** The part of the answer that did most for it. */
  readonly by: keyof AnswerParts;
}

/** The answer that soothed and after which the caller stayed calmer than before; missing where there is none. */
export function turningPoint(actions: readonly CallerAction[]): TurningPoint | undefined {
  const heats = actions.flatMap((action) => ('heat' in action ? [{ at: action.at, heat: action.heat }] : []));
  let best: TurningPoint | undefined;
  for (const action of actions) {
    if (action.type !== 'answered' || action.effect.verdict !== 'soothed') continue;
    const before = mean(heats.filter(({ at }) => at < action.at).map(({ heat }) => heat));
    const after = mean(heats.filter(({ at }) => at >= action.at).map(({ heat }) => heat));
    if (before === undefined || after === undefined) continue;
    const fall = before - after;
    if (fall >= (best?.fall ?? MIN_FALL)) best = { at: action.at, fall, by: mostSoothing(action.effect.parts) };
  }
  return best;
}

function mostSoothing(parts: AnswerParts): keyof AnswerParts {
  const names = ['effort', 'pace', 'gap', 'length'] as const;
  return names.reduce((best, name) => (parts[name] < parts[best] ? name : best));
}
