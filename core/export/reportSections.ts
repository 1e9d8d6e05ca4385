import type { ReviewedCall } from '../model/reviewedCall.ts';
import { callMoments } from '../summary/callMoments.ts';
import { missingFields } from '../summary/missingFields.ts';
import { clock } from './drawing/timeAxis.ts';
import { exportWords } from './exportWords.ts';

const words = exportWords.report;

/** One line about the call under its title. */
export function aboutLine({ report: { source, analysis } }: ReviewedCall): string {
  const when = source.startedAt === null ? [] : [source.startedAt.slice(0, 16).replace('T', ' ')];
  const parts = [words.kinds[source.kind], ...when, clock(source.durationSeconds), words.baselines[analysis.baseline]];
  return parts.join(' · ');
}

/** Cells of the table of moments: when, what, who, how long, detail. Comments have a list of their own. */
export function momentRows(call: ReviewedCall): string[][] {
  return callMoments(call)
    .filter(({ kind }) => kind !== 'comment')
    .map(({ title, start, end, role, detail }) => [
      clock(start),
      title,
      role ? exportWords.roles[role] : '',
      end > start ? `${(end - start).toFixed(1)} s` : '',
      detail,
    ]);
}

/** Comments in their order, numbered as in the drawing, with when and by whom. */
export function commentEntries({ comments }: ReviewedCall): { readonly head: string; readonly text: string }[] {
  return comments.map(({ at, until, author, text }) => ({
    head: `${until === null ? clock(at) : `${clock(at)}–${clock(until)}`} · ${author}`,
    text,
  }));
}

/** Fields that are missing for one reason, together, in the order of the report. */
export function missingEntries({
  report,
}: Pick<ReviewedCall, 'report'>): { readonly head: string; readonly text: string }[] {
  return missingFields(report).map(({ reason, fields }) => ({ head: fields.join(', '), text: reason }));
}

/** Headings with what the agent said, and sentences without a heading; empty where nothing was said. */
export function reflectionEntries({ reflection }: ReviewedCall): { readonly head?: string; readonly text: string }[] {
  if (!reflection) return [];
  const { workedWell, couldBeImproved, answer, answerNote, isPolicyNotVoice } = reflection;
  return [
    { head: words.workedWell, text: workedWell },
    { head: words.couldBeImproved, text: couldBeImproved },
    { text: answer === null ? '' : [words.answers[answer], answerNote].filter(Boolean).join(' ') },
    { text: isPolicyNotVoice ? words.policy : '' },
  ].filter(({ text }) => text.trim() !== '');
}
