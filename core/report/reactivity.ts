import type { Span } from '../model/callReport.ts';
import { mean } from '../statistics/mean.ts';

/** A value's timeline with a fixed step; missing where there was no speech. */
export interface Curve {
  readonly stepSeconds: number;
  readonly values: readonly (number | undefined)[];
}

/** Mean of a curve's values within a span; missing where it has none there. */
export function meanWithin({ stepSeconds, values }: Curve, [start, end]: Span): number | undefined {
  return mean(values.slice(Math.max(0, Math.ceil(start / stepSeconds)), Math.max(0, Math.ceil(end / stepSeconds))));
}

/** A curve's mean over the window after a moment less its mean over the window before it. */
export function changeAround(curve: Curve, at: number, windowSeconds: number): number | undefined {
  const before = meanWithin(curve, [at - windowSeconds, at]);
  const after = meanWithin(curve, [at, at + windowSeconds]);
  return before === undefined || after === undefined ? undefined : after - before;
}

/** Two-sided 95 % quantiles of Student's t for 1…30 degrees of freedom; the normal's beyond. */
const T95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

export interface MeanChange {
  readonly valueDb: number;
  readonly ci95: Span;
  readonly n: number;
}

/** Fewer changes than this say nothing about their mean. */
const LEAST_CHANGES = 3;

/**
 * Mean of changes with its 95 % confidence interval (Student's t); missing for fewer than three.
 */
export function meanChange(changes: readonly number[]): MeanChange | undefined {
  const n = changes.length;
  if (n < LEAST_CHANGES) return undefined;
  const valueDb = mean(changes)!;
  const variance = changes.reduce((sum, change) => sum + (change - valueDb) ** 2, 0) / (n - 1);
  const half = (T95[n - 2] ?? 1.96) * Math.sqrt(variance / n);
  return { valueDb, ci95: [valueDb - half, valueDb + half], n };
}
