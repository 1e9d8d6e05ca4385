/** Median with the middle half of the values around it. */
export interface MedianSpread {
  readonly n: number;
  readonly median: number;
  readonly q1: number;
  readonly q3: number;
}

/** Missing without values. Quantiles by linear interpolation (Hyndman and Fan 1996, type 7). */
export function medianSpread(values: readonly number[]): MedianSpread | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  return { n: sorted.length, median: quantile(sorted, 0.5), q1: quantile(sorted, 0.25), q3: quantile(sorted, 0.75) };
}

/** @param sorted at least one value, ascending */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}
