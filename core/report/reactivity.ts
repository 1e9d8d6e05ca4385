import type { Span } from '../model/callReport.ts';
import { mean } from '../statistics/mean.ts';

/** A curve with a fixed step; undefined without speech. */
export interface Curve {
  readonly stepSeconds: number;
  readonly values: readonly (number | undefined)[];
}

/** Returns the mean of a curve's values within a span; undefined if there are none. */
export function meanWithin({ stepSeconds, values }: Curve, [start, end]: Span): number | undefined {
  return mean(values.slice(Math.max(0, Math.ceil(start / stepSeconds)), Math.max(0, Math.ceil(end / stepSeconds))));
}

/** Returns a curve's mean over the window after a moment minus its mean over the window before it. */
export function changeAround(curve: Curve, at: number, windowSeconds: number): number | undefined {
  const before = meanWithin(curve, [at - windowSeconds, at]);
  const after = meanWithin(curve, [at, at + windowSeconds]);
  return before === undefined || after === undefined ? undefined : after - before;
}

/** Two-sided 95% quantiles of Student's t for 1…30 degrees of freedom. */
const T95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

export interface MeanChange {
  readonly valueDb: number;
  readonly ci95: Span;
  readonly n: number;
}

const LEAST_CHANGES = 3;

/** Returns the mean of changes with its 95% confidence interval (Student's t); undefined for fewer than three changes. */
export function meanChange(changes: readonly number[]): MeanChange | undefined {
  const n = changes.length;
  if (n < LEAST_CHANGES) return undefined;
  const valueDb = mean(changes)!;
  const variance = changes.reduce((sum, change) => sum + (change - valueDb) ** 2, 0) / (n - 1);
  const half = (T95[n - 2] ?? 1.96) * Math.sqrt(variance / n);
  return { valueDb, ci95: [valueDb - half, valueDb + half], n };
}
