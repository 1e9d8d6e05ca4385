import type { Span } from '../../../core/model/callReport.ts';
import { otherRole, type Role } from '../../../core/model/role.ts';
import { totalSeconds } from '../scoring/speechFrames.ts';
import type { SpokenTruth } from './scriptedCalls.ts';

/** An overlap of a line with the speech of the other party. */
export interface TrueOverlap {
  readonly by: Role;
  readonly kind: 'interruption' | 'backchannel';
  readonly effortDb: number;
  /** From the first to the last moment in which both speak, in seconds. */
  readonly span: Span;
  /** The time for which both speak. */
  readonly seconds: number;
}

/** Returns the overlaps, without lines that fell into a pause of the other party. */
export function trueOverlaps(lines: readonly SpokenTruth[]): readonly TrueOverlap[] {
  return lines.flatMap(({ role, kind, speech, effortDb }) => {
    if (kind === 'turn') return [];
    const other = speechOf(lines, otherRole(role));
    const both = speech.flatMap(([start, end]) =>
      other.flatMap((span): Span[] => {
        const met: Span = [Math.max(start, span[0]), Math.min(end, span[1])];
        return met[1] > met[0] ? [met] : [];
      }),
    );
    const [first, last] = [both[0], both.at(-1)];
    if (!first || !last) return [];
    return [{ by: role, kind, effortDb, span: [first[0], last[1]], seconds: totalSeconds(both) }];
  });
}

/** Returns all speech of a party, in order. */
export function speechOf(lines: readonly SpokenTruth[], role: Role): readonly Span[] {
  return lines.filter((line) => line.role === role).flatMap(({ speech }) => speech);
}
