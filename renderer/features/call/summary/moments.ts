import type { CallReport, Overlap } from '../../../../core/model/callReport.ts';
import type { Comment } from '../../../../core/model/comment.ts';
import type { Cue, CueKind } from '../../../../core/model/cue.ts';
import type { Role } from '../../../../core/model/role.ts';
import { formatSeconds } from '../../../text/formatReading.ts';
import { callWords } from '../callWords.ts';

export type MomentKind = keyof typeof callWords.moments.kinds;

/** A moment of the call that is worth going to. Seconds. */
export interface Moment {
  readonly kind: MomentKind;
  readonly at: number;
  readonly end: number;
  readonly who: Role | undefined;
  readonly title: string;
  readonly detail: string;
  /** Where it is one: it can be marked wrong. */
  readonly cue?: Cue;
}

const { kinds, stages, yielded } = callWords.moments;

/** Everything worth going to, what people marked and said among it, in order of time. */
export function momentsOf(
  report: CallReport,
  cueWords: Readonly<Record<CueKind, string>>,
  comments: readonly Comment[] = [],
): readonly Moment[] {
  const agent = report.speakers.find(({ role }) => role === 'agent');
  const worst = agent?.effort?.worst30s;
  return [
    ...report.overlaps.filter(({ kind }) => kind === 'interruption' || kind === 'overlap').map(talkOverMoment),
    ...report.cues
      .filter(({ shown }) => shown)
      .map(
        (cue): Moment => ({
          kind: 'cue',
          at: cue.at,
          end: cue.until,
          who: 'agent',
          title: kinds.cue,
          detail: cueWords[cue.kind],
          cue,
        }),
      ),
    ...report.deadAir.map(([start, end]) => spanMoment('dead-air', undefined, start, end)),
    ...(agent?.rushedSpans ?? []).map(([start, end]) => spanMoment('rushed', 'agent', start, end)),
    ...(worst ? [spanMoment('loudest', 'agent', worst[0], worst[1])] : []),
    ...report.waves.map(
      ({ peak }): Moment => ({ kind: 'wave', at: peak, end: peak, who: 'customer', title: kinds.wave, detail: '' }),
    ),
    ...report.gapsInCapture.map(
      ({ role, start, seconds, reason }): Moment => ({
        kind: 'gap',
        at: start,
        end: start + seconds,
        who: role,
        title: kinds.gap,
        detail: `${formatSeconds(seconds)}, ${reason}`,
      }),
    ),
    ...report.marks.map(
      ({ kind, at, stage, note }): Moment => ({
        kind,
        at,
        end: at,
        who: 'agent',
        title: kinds[kind],
        detail: [stage === null ? '' : (stages[stage - 1] ?? ''), note].filter(Boolean).join(': '),
      }),
    ),
    ...comments.map(
      ({ at, until, author, text }): Moment => ({
        kind: 'comment',
        at,
        end: until ?? at,
        who: undefined,
        title: kinds.comment,
        detail: `${author}: ${text}`,
      }),
    ),
  ].sort((one, other) => one.at - other.at);
}

function talkOverMoment({ kind, startedBy, start, end, yieldSeconds }: Overlap): Moment {
  const starter = startedBy === 'agent' ? 'interrupted-caller' : 'interrupted-you';
  const moment = spanMoment(kind === 'interruption' ? starter : 'overlap', startedBy, start, end);
  return yieldSeconds === null
    ? moment
    : { ...moment, detail: `${moment.detail}, ${yielded(formatSeconds(yieldSeconds))}` };
}

function spanMoment(kind: MomentKind, who: Role | undefined, at: number, end: number): Moment {
  return { kind, at, end, who, title: kinds[kind], detail: formatSeconds(end - at) };
}

/** @param kind undefined for all of them */
export function momentsOfKind(moments: readonly Moment[], kind: MomentKind | undefined): readonly Moment[] {
  return kind === undefined ? moments : moments.filter((moment) => moment.kind === kind);
}

/** The moment before or after a time, for stepping with the keyboard. */
export function neighbour(
  moments: readonly Moment[],
  time: number,
  direction: 'previous' | 'next',
): Moment | undefined {
  const margin = 0.05;
  return direction === 'next'
    ? moments.find(({ at }) => at > time + margin)
    : moments.findLast(({ at }) => at < time - margin);
}
