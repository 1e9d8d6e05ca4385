import type { PastComparison } from '../../../../contract/reviewContract.ts';

export type Past = NonNullable<PastComparison['measures'][number]['past']>;

/** Half of the axis, in widths of the usual: what is further off stands at its end. */
const reach = 2;

/**
 * Where a value stands to the agent's past, −1…1, on one axis for every measure: its middle is the median, its unit the width of
 * the usual. Past calls that are all alike have no width: any other value is as far off as can be shown.
 */
export function usualPlace({ median, q1, q3 }: Past, value: number): number {
  if (value === median) return 0;
  const off = q3 > q1 ? (value - median) / (q3 - q1) : Math.sign(value - median) * reach;
  return Math.max(-1, Math.min(1, off / reach));
}
