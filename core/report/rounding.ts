import type { Span } from '../model/callReport.ts';

/** Rounds seconds to 1 ms, as all times in reports. */
export function toMillisecond(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

export function spanToMillisecond([start, end]: Span): Span {
  return [toMillisecond(start), toMillisecond(end)];
}

/** Rounds a value for the wire; undefined becomes null. */
export function toHundredth(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 100) / 100;
}

export function toThousandth(value: number | undefined): number | null {
  return value === undefined ? null : toMillisecond(value);
}
