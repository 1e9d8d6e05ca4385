import type { Practice } from '../model/practice.ts';
import { mean } from '../statistics/mean.ts';
import type { Answer } from './answerEffect.ts';
import { paceCredit, softCredit, waitCredit } from './credit.ts';

const weights = { soft: 0.4, pace: 0.25, wait: 0.35 } as const;
/** Where every credit is above this, there is nothing in particular to try next. */
const GOOD_CREDIT = 0.9;

/** How the trainee answered the simulated caller. */
export interface ScenarioScore {
  /** 0…100; missing where no answer was measured in full. */
  readonly score: number | undefined;
  /** Mean credits, 0…1. */
  readonly soft: number | undefined;
  readonly pace: number | undefined;
  readonly wait: number | undefined;
  readonly talkOvers: number;
}

/**
 * 100 × the sum over the answers of (0.4 soft + 0.25 pace + 0.35 wait), divided by the answers plus the talk-overs. It
 * looks at the trainee alone: how the caller took it is the outcome, not the score.
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

/** The one thing to try next: what cost the most. */
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
