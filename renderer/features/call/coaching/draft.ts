import { formatClock } from '../../../text/formatReading.ts';

/** The moment, or the span, that a new comment is about. Seconds. */
export interface Draft {
  readonly at: number;
  readonly until: number | null;
}

/** 0:51, or 0:51–1:04 */
export function whenOf({ at, until }: Draft): string {
  return until === null ? formatClock(at) : `${formatClock(at)}–${formatClock(until)}`;
}
