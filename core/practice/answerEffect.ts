import type { Intensity, Verdict } from '../model/scenario.ts';
import { piecewiseLinear } from './piecewiseLinear.ts';
import { practiceConfig } from './practiceConfig.ts';

/** The measurements of one answer of the trainee; undefined without a baseline or with too little speech. */
export interface Answer {
  /** From the caller's last word to the answer's first; negative if they overlap. */
  readonly gapSeconds: number;
  /** Without pauses. */
  readonly speechSeconds: number;
  /** Mean vocal effort. */
  readonly effortDb: number | undefined;
  /** Mean articulation rate relative to the baseline's. */
  readonly paceRatio: number | undefined;
}

/** The effects of an answer's parts on the caller's heat; positive values make it worse. */
export interface AnswerParts {
  readonly effort: number;
  readonly pace: number;
  readonly gap: number;
  readonly length: number;
}

export interface AnswerEffect {
  /** Change of heat. */
  readonly change: number;
  readonly parts: AnswerParts;
  readonly verdict: Verdict;
}

/**
 * Returns the effect of an answer on a caller of the given intensity, at a level of difficulty (1…5). A louder, faster,
 * hastier or longer answer never soothes more.
 */
export function answerEffect(answer: Answer, intensity: Intensity, level: number): AnswerEffect {
  const { answer: knots, level: hardness } = practiceConfig;
  const patience = intensity === 'peak' ? knots.peakPatienceSeconds : 0;
  const parts: AnswerParts = {
    effort: answer.effortDb === undefined ? 0 : piecewiseLinear(knots.effort, answer.effortDb),
    pace: answer.paceRatio === undefined ? 0 : piecewiseLinear(knots.pace, answer.paceRatio),
    gap: piecewiseLinear(knots.gap, answer.gapSeconds - patience),
    length: piecewiseLinear(knots.length, answer.speechSeconds),
  };
  const sum = parts.effort + parts.pace + parts.gap + parts.length;
  const perLevel = sum < 0 ? hardness.soothing : hardness.provoking;
  return { change: sum * (1 + perLevel * (level - 1)), parts, verdict: verdictOf(sum) };
}

function verdictOf(sum: number): Verdict {
  if (sum <= practiceConfig.answer.soothedBelow) return 'soothed';
  return sum >= practiceConfig.answer.provokedAbove ? 'provoked' : 'unmoved';
}
