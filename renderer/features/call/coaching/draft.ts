import { format } from '../../../text/format.ts';

/** The moment, or the span, that a new comment is about. Seconds. */
export interface Draft {
  readonly at: number;
  readonly until: number | null;
}

/** 0:51, or 0:51–1:04 */
export function whenOf({ at, until }: Draft): string {
  return until === null ? format.clock(at) : format.clockSpan([at, until]);
}
