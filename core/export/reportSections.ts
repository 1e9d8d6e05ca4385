import { clock } from '../messages/clock.ts';
import type { ReviewedCall } from '../model/reviewedCall.ts';
import { callMoments } from '../summary/callMoments.ts';
import { missingFields } from '../summary/missingFields.ts';
import { exportWords } from './exportWords.ts';

const words = exportWords.report;

/** Returns the line below the title of a call. */
export function aboutLine({ report: { source, analysis } }: ReviewedCall): string {
  const when = source.startedAt === null ? [] : [source.startedAt.slice(0, 16).replace('T', ' ')];
  const parts = [words.kinds[source.kind], ...when, clock(source.durationSeconds), words.baselines[analysis.baseline]];
  return parts.join(' · ');
}

/** Rows of the table of moments: time, moment, party, length, detail. Comments have a separate list. */
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

/** Comments with their times and authors, in the order of their numbers in the drawing. */
export function commentEntries({ comments }: ReviewedCall): { readonly head: string; readonly text: string }[] {
  return comments.map(({ at, until, author, text }) => ({
    head: `${until === null ? clock(at) : `${clock(at)}–${clock(until)}`} · ${author}`,
    text,
  }));
}

/** Missing fields, grouped by reason, in the order of the report. */
export function missingEntries({
  report,
}: Pick<ReviewedCall, 'report'>): { readonly head: string; readonly text: string }[] {
  return missingFields(report).map(({ reason, fields }) => ({ head: fields.join(', '), text: reason }));
}

/** The agent's reflection as paragraphs, some with a heading; empty if nothing was written. */
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
