import type { CallReport, OverlapKind, Span } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';

export interface PartyEstimate {
  readonly role: Role;
  /** Missing if the tool counts no syllables. */
  readonly syllableCount: number | undefined;
  readonly speech: readonly Span[];
  readonly speechSeconds: number;
  readonly f0MedianHz: number | undefined;
}

export interface TurnEstimate {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
  readonly f0MedianHz: number | undefined;
}

export interface OverlapEstimate {
  readonly start: number;
  readonly end: number;
  readonly startedBy: Role;
  readonly kind: OverlapKind;
}

/** The estimate of one tool for one clip. */
export interface Estimate {
  readonly parties: readonly PartyEstimate[];
  readonly turns: readonly TurnEstimate[];
  /** Missing if the tool does not detect overlaps. */
  readonly overlaps: readonly OverlapEstimate[] | undefined;
}

/** The part of a call report that is scored. */
export function estimateOf(report: Pick<CallReport, 'speakers' | 'turns' | 'overlaps'>): Estimate {
  return {
    parties: report.speakers.map((speaker) => ({
      role: speaker.role,
      syllableCount: speaker.syllables.count,
      speech: speaker.speech.segments,
      speechSeconds: speaker.speech.seconds,
      f0MedianHz: speaker.pitch.medianHz ?? undefined,
    })),
    turns: report.turns.map(({ role, start, end, f0MedianHz }) => ({
      role,
      start,
      end,
      f0MedianHz: f0MedianHz ?? undefined,
    })),
    overlaps: report.overlaps.map(({ start, end, startedBy, kind }) => ({ start, end, startedBy, kind })),
  };
}
