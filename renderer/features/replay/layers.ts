import type { CallReport, Span } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import { loudSpans } from './loudSpans.ts';

/** What can be marked in the waveform, in the order of the legend. */
export const layers = ['speech', 'talk-over', 'loud', 'fast', 'cue'] as const;
export type Layer = (typeof layers)[number];

/** A span marked in one party's lane; a moment has no length. Seconds. */
export interface LaneMark {
  readonly layer: Layer;
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

/** All marks of a call. Listeners' short words and the ends that merely touch are not talk-over. */
export function laneMarks(report: CallReport): readonly LaneMark[] {
  const agent = report.speakers.find(({ role }) => role === 'agent');
  return [
    ...report.speakers.flatMap(({ role, speech }) => marks('speech', role, speech.segments)),
    ...report.overlaps
      .filter(({ kind }) => kind === 'interruption' || kind === 'overlap')
      .flatMap(({ startedBy, start, end }) => marks('talk-over', startedBy, [[start, end]])),
    ...marks('loud', 'agent', loudSpans(report.timeline)),
    ...marks('fast', 'agent', agent?.rushedSpans ?? []),
    ...report.cues.filter(({ shown }) => shown).flatMap(({ at }) => marks('cue', 'agent', [[at, at]])),
  ];
}

function marks(layer: Layer, role: Role, spans: readonly Span[]): LaneMark[] {
  return spans.map(([start, end]) => ({ layer, role, start, end }));
}
