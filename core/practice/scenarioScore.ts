import type { Practice } from '../model/practice.ts';
import { mean } from '../statistics/mean.ts';
import type { Answer } from './answerEffect.ts';
import { paceCredit, softCredit, waitCredit } from './credit.ts';

const weights = { soft: 0.4, pace: 0.25, wait: 0.35 } as const;
/** If every credit is at least this, there is nothing in particular to try next. */
const GOOD_CREDIT = 0.9;

/** The score of the trainee's answers to the simulated caller. */
export interface ScenarioScore {
  /** 0…100; undefined unless every answer was measured in full. */
  readonly score: number | undefined;
  /** Mean credits, 0…1. */
  readonly soft: number | undefined;
  readonly pace: number | undefined;
  readonly wait: number | undefined;
  readonly talkOvers: number;
}

/**
 * Scores answers: 100 × Σ (0.4 soft + 0.25 pace + 0.35 wait) ÷ (answers + talk-overs). The score depends on the trainee
 * alone; the caller's reaction is the outcome.
 */
export function scenarioScore(answers: readonly Answer[], talkOvers: number): ScenarioScore {
  const sums = answers.map(answerCredit);
  const isMeasured = sums.length > 0 && sums.every((sum) => sum !== undefined);
  const total = sums.reduce<number>((sum, credit) => sum + (credit ?? 0), 0);
  return {
    score: isMeasured ? Math.round((100 * total) / (answers.length + talkOvers)) : undefined,
    soft: mean(answers.map(({ effortDb }) => (effortDb === undefined ? undefined : softCredit(effortDb)))),
    pace: mean(answers.map(({ paceRatio }) => (paceRatio === undefined ? undefined : paceCredit(paceRatio)))),
    wait: mean(answers.map(({ gapSeconds }) => waitCredit(gapSeconds))),
    talkOvers,
  };
}

function answerCredit({ effortDb, paceRatio, gapSeconds }: Answer): number | undefined {
  if (effortDb === undefined || paceRatio === undefined) return undefined;
  return (
    weights.soft * softCredit(effortDb) + weights.pace * paceCredit(paceRatio) + weights.wait * waitCredit(gapSeconds)
  );
}

/** Returns the practice to try next, the one that cost the most points. */
export function tryNext({ soft, pace, wait, talkOvers }: ScenarioScore): Practice {
  if (talkOvers > 0) return 'do-not-interrupt';
  const measured = (
    [
      ['speak-softly', soft],
      ['slow-down', pace],
      ['wait-for-the-pause', wait],
    ] as const
  ).flatMap(([practice, credit]) => (credit === undefined ? [] : [{ practice, credit }]));
  const [worst] = measured.sort((a, b) => a.credit - b.credit);
  return worst && worst.credit < GOOD_CREDIT ? worst.practice : 'keep-practising';
}
