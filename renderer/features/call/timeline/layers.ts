import { type CallReport, isTalkOver, type Span, speakerOf } from '../../../../core/model/callReport.ts';
import type { Comment } from '../../../../core/model/comment.ts';
import type { Role } from '../../../../core/model/role.ts';
import { loudSpans } from './loudSpans.ts';

/** The kinds of marks in the waveform, in the order of the legend. */
export const layers = [
  'speech',
  'pause',
  'talk-over',
  'dead-air',
  'loud',
  'fast',
  'wave',
  'cue',
  'mark',
  'comment',
] as const;
export type Layer = (typeof layers)[number];

/** The default: pauses are many, and few of them matter. */
export const usualLayers: readonly Layer[] = layers.filter((layer) => layer !== 'pause');

/** A span marked in one party's lane; a moment has no length. Seconds. */
export interface LaneMark {
  readonly layer: Layer;
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

/**
 * Returns all marks of a call, comments included; each layer in order of time. Listening signs and ends that merely
 * touch are not talk-over.
 */
export function laneMarks(report: CallReport, comments: readonly Comment[] = []): readonly LaneMark[] {
  const agent = speakerOf(report, 'agent');
  return [
    ...report.speakers.flatMap(({ role }) => marks('dead-air', role, report.deadAir)),
    ...marks(
      'wave',
      'customer',
      report.waves.map(({ start, end }) => [start, end]),
    ),
    ...report.speakers.flatMap(({ role, speech }) => marks('speech', role, speech.segments)),
    ...report.speakers.flatMap(({ role, pauses }) => marks('pause', role, pauses)),
    ...report.overlaps
      .filter(isTalkOver)
      .flatMap(({ startedBy, start, end }) => marks('talk-over', startedBy, [[start, end]])),
    ...marks('loud', 'agent', loudSpans(report.timeline)),
    ...marks('fast', 'agent', agent?.rushedSpans ?? []),
    ...report.cues.filter(({ shown }) => shown).flatMap(({ at }) => marks('cue', 'agent', [[at, at]])),
    ...report.marks.flatMap(({ at }) => marks('mark', 'agent', [[at, at]])),
    ...comments.flatMap(({ at, until }) => marks('comment', 'agent', [[at, until ?? at]])),
  ];
}

function marks(layer: Layer, role: Role, spans: readonly Span[]): LaneMark[] {
  return spans.map(([start, end]) => ({ layer, role, start, end }));
}
