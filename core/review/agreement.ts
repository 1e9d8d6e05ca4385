import { type Rubric, rubricScale, type ScoreSheet } from '../model/rubric.ts';
import { mean } from '../statistics/mean.ts';

/** Two coaches' sheets of the same call. */
export type SheetPair = readonly [one: ScoreSheet, other: ScoreSheet];

export interface CriterionAgreement {
  readonly criterionId: string;
  /** Calls in which both coaches scored it. */
  readonly n: number;
  /** Mean of other − one, in levels; undefined if `n` is 0. */
  readonly meanDifference: number | undefined;
  /** Mean of |other − one|, in levels; undefined if `n` is 0. */
  readonly meanDistance: number | undefined;
}

/** How far two coaches agree who scored the same calls without seeing each other's sheets. */
export interface Agreement {
  readonly criteria: readonly CriterionAgreement[];
  /** Pairs of levels over all criteria and calls. */
  readonly n: number;
  /** Share of the pairs with the same level, 0…1; undefined if `n` is 0. */
  readonly sameShare: number | undefined;
  /** Mean distance between the two levels; undefined if `n` is 0. */
  readonly meanDistance: number | undefined;
  /** Cohen's kappa with quadratic weights, −1…1; undefined for the reason in `kappaMissing`. */
  readonly kappa: number | undefined;
  readonly kappaMissing: 'too-few' | 'no-spread' | undefined;
}

type Levels = readonly (readonly [one: number, other: number])[];

/** Pairs of levels needed for kappa: 2 k² for a scale of k levels (Cicchetti 1981). */
export const LEAST_FOR_KAPPA = 2 * (rubricScale.highest - rubricScale.lowest + 1) ** 2;

export function agreement({ criteria }: Rubric, pairs: readonly SheetPair[]): Agreement {
  const scored = criteria.map(({ id }) => ({
    criterionId: id,
    levels: pairs.flatMap(([one, other]): [number, number][] => {
      const [a, b] = [one.levels[id], other.levels[id]];
      return typeof a === 'number' && typeof b === 'number' ? [[a, b]] : [];
    }),
  }));
  const all = scored.flatMap(({ levels }) => levels);
  const kappa = all.length < LEAST_FOR_KAPPA ? undefined : weightedKappa(all);
  return {
    criteria: scored.map(({ criterionId, levels }) => ({
      criterionId,
      n: levels.length,
      meanDifference: mean(levels.map(([a, b]) => b - a)),
      meanDistance: meanDistance(levels),
    })),
    n: all.length,
    sameShare: mean(all.map(([a, b]) => Number(a === b))),
    meanDistance: meanDistance(all),
    kappa,
    kappaMissing: all.length < LEAST_FOR_KAPPA ? 'too-few' : kappa === undefined ? 'no-spread' : undefined,
  };
}

function meanDistance(levels: Levels): number | undefined {
  return mean(levels.map(([a, b]) => Math.abs(b - a)));
}

/**
 * Returns 1 − Σ w·observed / Σ w·expected with w = (i − j)² (Cohen 1968), or undefined if both coaches gave only one and
 * the same level, because chance would agree as well.
 */
export function weightedKappa(levels: Levels): number | undefined {
  const counts = (coach: 0 | 1) => {
    const found = new Array<number>(rubricScale.highest + 1).fill(0);
    for (const pair of levels) found[pair[coach]]! += 1;
    return found;
  };
  const [ones, others] = [counts(0), counts(1)];
  const observed = levels.reduce((sum, [a, b]) => sum + (a - b) ** 2, 0) / levels.length;
  let expected = 0;
  for (const [a, countA] of ones.entries()) {
    for (const [b, countB] of others.entries()) expected += (a - b) ** 2 * countA * countB;
  }
  expected /= levels.length ** 2;
  return expected > 0 ? 1 - observed / expected : undefined;
}
