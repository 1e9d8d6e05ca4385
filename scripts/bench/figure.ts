/** A row of the document: what was measured, the result and the target. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** Missing if there is no target. */
  readonly target?: string;
  readonly reached?: boolean;
}

/** Returns the value below which `share` of the values are; between two values, the higher one. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new RangeError('no values');
  return value;
}

/** Returns a figure that must not exceed its limit. */
export function atMost(what: string, value: number, limit: number, unit: string, digits = 1): Figure {
  return {
    what,
    measured: withUnit(value.toFixed(digits), unit),
    target: `≤ ${withUnit(limit, unit)}`,
    reached: value <= limit,
  };
}

/** Returns a figure that must reach its limit. */
export function atLeast(what: string, value: number, limit: number, unit: string, digits = 0): Figure {
  return {
    what,
    measured: withUnit(value.toFixed(digits), unit),
    target: `≥ ${withUnit(limit, unit)}`,
    reached: value >= limit,
  };
}

/** Writes a number with its unit: "4% of a core", "5 MB". */
function withUnit(number: number | string, unit: string): string {
  return unit.startsWith('%') ? `${number}${unit}` : `${number} ${unit}`;
}
