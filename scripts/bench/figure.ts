/** One line of the document: what was measured, what came out, and what was to be reached. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** Missing where nothing was set. */
  readonly target?: string;
  readonly reached?: boolean;
}

/** The value below which `share` of the values lie, the higher of two. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new RangeError('no values');
  return value;
}

/** A figure that must not be above its limit. */
export function atMost(what: string, value: number, limit: number, unit: string, digits = 1): Figure {
  const text = (number: number) => `${number.toFixed(digits)} ${unit}`;
  return { what, measured: text(value), target: `≤ ${limit} ${unit}`, reached: value <= limit };
}

/** A figure that must not be under its limit. */
export function atLeast(what: string, value: number, limit: number, unit: string, digits = 0): Figure {
  return { what, measured: `${value.toFixed(digits)} ${unit}`, target: `≥ ${limit} ${unit}`, reached: value >= limit };
}
