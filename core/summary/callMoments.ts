import { Formatter } from '../messages/formatter.ts';
import { english, type Language } from '../messages/language.ts';
import { messages } from '../messages/messages.ts';
import { stages } from '../model/callMark.ts';
import { type CallReport, type Overlap, speakerOf } from '../model/callReport.ts';
import type { Cue, CueKind } from '../model/cue.ts';
import { cueWords } from '../model/cueWords.ts';
import type { ReviewedCall } from '../model/reviewedCall.ts';
import type { Role } from '../model/role.ts';
import { stepTitles } from './stepTitles.ts';
import { summaryTexts } from './summaryTexts.ts';

export type MomentKind = keyof ReturnType<typeof summaryTexts>['moments'];

/** A moment of a call that is worth playing. Times are seconds; `end` equals `start` for a moment without length. */
export interface CallMoment {
  readonly kind: MomentKind;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** The moment to play from: the peak of a wave, or else the start. */
  readonly at: number;
  readonly role: Role | undefined;
  /** Further details except the length; may be empty. */
  readonly detail: string;
  /** The cue with its name, if the moment is one; it can be marked wrong. */
  readonly cue?: Cue & { readonly name: string };
}

interface MomentOptions {
  readonly language?: Language;
  /** The agent's words for the cues. */
  readonly cueWords?: Readonly<Record<CueKind, string>>;
}

/** Returns all notable moments of a call, including marks and comments, by start. */
export function callMoments(
  { report, comments }: Pick<ReviewedCall, 'report' | 'comments'>,
  { language = english(), cueWords: namesOfCues = cueWords }: MomentOptions = {},
): readonly CallMoment[] {
  const texts = summaryTexts(language);
  const steps = messages(language, 'steps', stepTitles);
  const format = new Formatter(language);
  const agent = speakerOf(report, 'agent');
  const worst = agent?.effort?.worst30s;

  const moment = (
    kind: MomentKind,
    [start, end]: readonly [number, number],
    role?: Role,
    more: Partial<Pick<CallMoment, 'at' | 'detail' | 'cue'>> = {},
  ): CallMoment => ({ kind, title: texts.moments[kind], start, end, at: start, role, detail: '', ...more });

  return [
    ...report.overlaps.map((overlap) =>
      moment(kindOf(overlap), [overlap.start, overlap.end], overlap.startedBy, {
        detail: overlap.yieldSeconds === null ? '' : texts.yielded({ length: format.duration(overlap.yieldSeconds) }),
      }),
    ),
    ...report.deadAir.map((span) => moment('dead-air', span)),
    ...(agent?.rushedSpans ?? []).map((span) => moment('rushed', span, 'agent')),
    ...(worst ? [moment('loudest', worst, 'agent')] : []),
    ...report.waves.map(({ start, end, peak, agentLevelChangeDb: changeDb }) =>
      moment('wave', [start, end], 'customer', {
        at: peak,
        detail:
          changeDb === null
            ? texts.peak({ moment: format.clock(peak) })
            : texts.peakWithChange({ moment: format.clock(peak), change: format.difference(changeDb, 1, 'dB') }),
      }),
    ),
    ...report.cues
      .filter(({ shown }) => shown)
      .map((cue) => {
        const name = namesOfCues[cue.kind];
        const detail = cue.markedWrong ? texts.wrongCue({ cue: name }) : name;
        return moment('cue', [cue.at, cue.at], 'agent', { detail, cue: { ...cue, name } });
      }),
    ...report.marks.map(({ kind, at, stage, note }) =>
      moment(kind, [at, at], 'agent', { detail: [stepTitle(steps, stage), note].filter(Boolean).join(': ') }),
    ),
    ...comments.map(({ at, until, author, text }) =>
      moment('comment', [at, until ?? at], undefined, { detail: texts.said({ who: author, text }) }),
    ),
    ...report.gapsInCapture.map(({ role, start, seconds, reason }) =>
      moment('missing', [start, start + seconds], role, { detail: reason }),
    ),
  ].sort((one, other) => one.start - other.start || one.end - other.end);
}

function kindOf({ kind, startedBy }: Overlap): MomentKind {
  if (kind !== 'interruption') return kind;
  return startedBy === 'agent' ? 'agent-interruption' : 'caller-interruption';
}

/** @param stage 1 for the first step */
function stepTitle(
  steps: Readonly<Record<(typeof stages)[number], string>>,
  stage: CallReport['marks'][number]['stage'],
): string {
  const step = stages[(stage ?? 0) - 1];
  return step ? steps[step] : '';
}
