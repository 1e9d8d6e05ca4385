import type { Span } from '../model/callReport.ts';

/** Seconds to 1 ms, as the report gives every time. */
export function toMillisecond(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

export function spanToMillisecond([start, end]: Span): Span {
  return [toMillisecond(start), toMillisecond(end)];
}

/** Levels, rates and shares keep this much; missing becomes null. */
export function toHundredth(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 100) / 100;
}

export function toThousandth(value: number | undefined): number | null {
  return value === undefined ? null : toMillisecond(value);
}
