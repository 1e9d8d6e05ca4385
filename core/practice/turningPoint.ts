import type { PracticeAttempt } from '../model/practiceAttempt.ts';
import { mean } from '../statistics/mean.ts';
import type { AnswerParts } from './answerEffect.ts';
import type { CallerAction } from './callerAction.ts';

/** The least fall of the mean heat, from before an answer to after it, that counts as a turn. */
const MIN_FALL = 0.15;

/** Returns the end of the soothing answer after which the caller stayed calmest, with the part of it that helped most. */
export function turningPoint(actions: readonly CallerAction[]): PracticeAttempt['turnedAt'] {
  const heats = actions.flatMap((action) => ('heat' in action ? [{ at: action.at, heat: action.heat }] : []));
  let most = MIN_FALL;
  let best: PracticeAttempt['turnedAt'] = null;
  for (const action of actions) {
    if (action.type !== 'answered' || action.effect.verdict !== 'soothed') continue;
    const before = mean(heats.filter(({ at }) => at < action.at).map(({ heat }) => heat));
    const after = mean(heats.filter(({ at }) => at >= action.at).map(({ heat }) => heat));
    if (before === undefined || after === undefined) continue;
    if (before - after < most) continue;
    most = before - after;
    best = { at: action.at, by: mostSoothing(action.effect.parts) };
  }
  return best;
}

function mostSoothing(parts: AnswerParts): keyof AnswerParts {
  const names = ['effort', 'pace', 'gap', 'length'] as const;
  return names.reduce((best, name) => (parts[name] < parts[best] ? name : best));
}
