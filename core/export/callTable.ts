import { measureOf } from '../measures/callMeasures.ts';
import { measures } from '../measures/measures.ts';
import type { ReviewedCall } from '../model/reviewedCall.ts';
import { isChannelShared } from '../model/sharedChannel.ts';
import { callMoments } from '../summary/callMoments.ts';
import { type CsvCell, csv } from './csv.ts';

type Column = readonly [name: string, cellOf: (call: ReviewedCall) => CsvCell];

const columns: readonly Column[] = [
  ['title', ({ title }) => title],
  ['path', ({ report }) => report.source.path],
  ['started_at', ({ report }) => report.source.startedAt],
  ['duration_s', ({ report }) => report.source.durationSeconds],
  ['baseline', ({ report }) => report.analysis.baseline],
  ...measures
    .filter((measure) => 'csv' in measure)
    .map((measure): Column => [measure.csv, ({ report }) => measureOf(report, measure)]),
  ['comments', ({ comments }) => comments.length],
  ['shared_channel', ({ report }) => isChannelShared(report)],
  ['policy_not_voice', ({ reflection }) => reflection?.isPolicyNotVoice ?? false],
  ['worked_well', ({ reflection }) => reflection?.workedWell ?? null],
  ['could_be_improved', ({ reflection }) => reflection?.couldBeImproved ?? null],
  ['coaching_answer', ({ reflection }) => reflection?.answer ?? null],
  ['coaching_answer_note', ({ reflection }) => reflection?.answerNote ?? null],
];

/** Writes a row for each call and a column for each measure. The cell of a missing measure is empty. */
export function callsCsv(calls: readonly ReviewedCall[]): string {
  return csv(
    columns.map(([name]) => name),
    calls.map((call) => columns.map(([, of]) => of(call))),
  );
}

/** Writes a row for each moment of the calls. Times are seconds from the start of the call. */
export function momentsCsv(calls: readonly ReviewedCall[]): string {
  const rows = calls.flatMap((call) =>
    callMoments(call).map(({ title, start, end, role, detail }): CsvCell[] => [
      call.title,
      start,
      end,
      title,
      role ?? null,
      detail,
    ]),
  );
  return csv(['title', 'start_s', 'end_s', 'moment', 'who', 'detail'], rows);
}
