/**
 * Returns the value below which a given share of the values falls, interpolated linearly between neighbours (Hyndman
 * and Fan 1996, type 7).
 *
 * @param sorted at least one value, ascending
 * @param share 0…1; 0.5 is the median
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle value, or the mean of the two middle values if their number is even. Undefined if there are none. */
export function median(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : quantile(ascending(values), 0.5);
}

/** A median with the quartiles around it. */
export interface MedianSpread {
  readonly n: number;
  readonly median: number;
  readonly q1: number;
  readonly q3: number;
}

/** Undefined if there are no values. */
export function medianSpread(values: readonly number[]): MedianSpread | undefined {
  if (values.length === 0) return undefined;
  const sorted = ascending(values);
  return { n: sorted.length, median: quantile(sorted, 0.5), q1: quantile(sorted, 0.25), q3: quantile(sorted, 0.75) };
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}
