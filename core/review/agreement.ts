import type { Rubric, ScoreSheet } from '../model/rubric.ts';
import { mean } from '../statistics/mean.ts';

interface Agreement {
  /** Criteria that both scored. */
  readonly n: number;
  /** Share of them with the same level, 0…1; undefined if `n` is 0. */
  readonly sameShare: number | undefined;
  /** Mean distance between the two levels; undefined if `n` is 0. */
  readonly meanDistance: number | undefined;
}

/** Compares the sheets of two coaches who scored the same call without seeing each other's scores. */
export function agreement({ criteria }: Rubric, one: ScoreSheet, other: ScoreSheet): Agreement {
  const distances = criteria.flatMap(({ id }) => {
    const [a, b] = [one.levels[id], other.levels[id]];
    return typeof a === 'number' && typeof b === 'number' ? [Math.abs(b - a)] : [];
  });
  return {
    n: distances.length,
    sameShare: mean(distances.map((distance) => Number(distance === 0))),
    meanDistance: mean(distances),
  };
}
