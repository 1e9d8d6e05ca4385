import type { PastComparison } from '../../../../contract/reviewContract.ts';

export type Past = NonNullable<PastComparison['measures'][number]['past']>;

/** Half of the axis, in widths of the usual range; values further away are shown at its end. */
const reach = 2;

/**
 * Returns the position of a value relative to the agent's past, −1…1, on one axis for every measure: its middle is the
 * median, its unit the width of the usual range. If past calls are all alike, that width is zero, and any other value
 * is at the end of the axis.
 */
export function usualPlace({ median, q1, q3 }: Past, value: number): number {
  if (value === median) return 0;
  const off = q3 > q1 ? (value - median) / (q3 - q1) : Math.sign(value - median) * reach;
  return Math.max(-1, Math.min(1, off / reach));
}
