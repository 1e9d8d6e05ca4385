import { cueWords } from '../model/cueWords.ts';
import type { ReviewedCall } from '../model/reviewedCall.ts';
import type { Role } from '../model/role.ts';
import { exportWords } from './exportWords.ts';

export type MomentKind = keyof typeof exportWords.moments;

/** A moment of a call worth going to; `end` equals `start` where it has no length. Seconds. */
export interface CallMoment {
  readonly kind: MomentKind;
  readonly start: number;
  readonly end: number;
  readonly role: Role | undefined;
  /** What more there is to say; may be empty. */
  readonly detail: string;
}

/** Everything of a call worth going to, in order of time. */
export function callMoments({ report, comments }: Pick<ReviewedCall, 'report' | 'comments'>): CallMoment[] {
  const agent = report.speakers.find(({ role }) => role === 'agent');
  const worst = agent?.effort?.worst30s;
  const moments: CallMoment[] = [
    ...report.overlaps.map(({ kind, start, end, startedBy, yieldSeconds }) => ({
      kind,
      start,
      end,
      role: startedBy,
      detail: yieldSeconds === null ? '' : exportWords.yielded(yieldSeconds),
    })),
    ...report.deadAir.map(([start, end]) => moment('dead-air', start, end)),
    ...(agent?.rushedSpans ?? []).map(([start, end]) => moment('rushed', start, end, 'agent')),
    ...(worst ? [moment('loudest', worst[0], worst[1], 'agent')] : []),
    ...report.waves.map(({ start, end, peak, agentLevelChangeDb }) =>
      moment('wave', start, end, 'customer', exportWords.wavePeak(peak, agentLevelChangeDb)),
    ),
    ...report.cues
      .filter(({ shown }) => shown)
      .map(({ kind, at, markedWrong }) =>
        moment('cue', at, at, 'agent', markedWrong ? exportWords.wrongCue(cueWords[kind]) : cueWords[kind]),
      ),
    ...report.marks.map(({ kind, at, stage, note }) =>
      moment(kind, at, at, 'agent', [stage === null ? '' : exportWords.stage(stage), note].filter(Boolean).join(': ')),
    ),
    ...comments.map(({ at, until, author, text }) =>
      moment('comment', at, until ?? at, undefined, `${author}: ${text}`),
    ),
    ...report.gapsInCapture.map(({ role, start, seconds, reason }) =>
      moment('missing', start, start + seconds, role, reason),
    ),
  ];
  return moments.sort((one, other) => one.start - other.start || one.end - other.end);
}

function moment(kind: MomentKind, start: number, end: number, role?: Role, detail = ''): CallMoment {
  return { kind, start, end, role, detail };
}
