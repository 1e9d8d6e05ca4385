import type { ReviewedCall } from '../model/reviewedCall.ts';
import { isChannelShared } from '../model/sharedChannel.ts';
import { isUnavailable } from '../model/unavailable.ts';
import { callMoments } from './callMoments.ts';
import { type CsvCell, csv } from './csv.ts';
import { exportWords } from './exportWords.ts';

type Column = readonly [name: string, of: (call: ReviewedCall) => CsvCell];

const agentOf = ({ report }: ReviewedCall) => report.speakers.find(({ role }) => role === 'agent');
const callerOf = ({ report }: ReviewedCall) => report.speakers.find(({ role }) => role === 'customer');
const total = (spans: readonly (readonly [number, number])[]) =>
  Math.round(1000 * spans.reduce((sum, [start, end]) => sum + end - start, 0)) / 1000;

/** A measure of both parties is missing, not 0, where there is one party. */
function ofDialogue(of: (call: ReviewedCall) => CsvCell): (call: ReviewedCall) => CsvCell {
  return (call) => (call.report.speakers.length === 2 ? of(call) : null);
}

/** What the report names as missing is so, whatever stands in its place. */
function known(field: string, of: (call: ReviewedCall) => CsvCell): (call: ReviewedCall) => CsvCell {
  return (call) => (isUnavailable(call.report, field) ? null : of(call));
}

/** Speech on a channel of one's own. */
function ofOneVoice(of: (call: ReviewedCall) => CsvCell): (call: ReviewedCall) => CsvCell {
  return (call) => (isChannelShared(call.report) ? null : of(call));
}

const columns: readonly Column[] = [
  ['title', ({ title }) => title],
  ['path', ({ report }) => report.source.path],
  ['started_at', ({ report }) => report.source.startedAt],
  ['duration_s', ({ report }) => report.source.durationSeconds],
  ['baseline', ({ report }) => report.analysis.baseline],
  ['talk_share', ({ report }) => report.summary.talkShare],
  ['soft_share', ({ report }) => report.summary.softShare],
  ['pace_share', ({ report }) => report.summary.paceShare],
  ['median_response_gap_s', ({ report }) => report.summary.medianResponseGapSeconds],
  ['agent_interruptions', ({ report }) => report.summary.agentInterruptions],
  ['dead_air_s', known('deadAir', ({ report }) => total(report.deadAir))],
  ['waves', ofDialogue(({ report }) => report.waves.length)],
  ['agent_speech_s', ofOneVoice((call) => agentOf(call)?.speech.seconds ?? null)],
  ['agent_effort_mean_db', (call) => agentOf(call)?.effort?.meanDb ?? null],
  ['agent_effort_p90_db', (call) => agentOf(call)?.effort?.p90Db ?? null],
  ['agent_active_lufs', (call) => agentOf(call)?.level.activeLufs ?? null],
  ['agent_level_sd_db', (call) => agentOf(call)?.steadiness.levelSdDb ?? null],
  ['agent_articulation_rate_syll_per_s', (call) => agentOf(call)?.articulationRate ?? null],
  ['agent_pitch_median_hz', (call) => agentOf(call)?.pitch.medianHz ?? null],
  ['agent_pitch_sd_semitones', (call) => agentOf(call)?.pitch.sdSemitones ?? null],
  [
    'agent_rushed_s',
    known('speakers.agent.rushedSpans', (call) => (agentOf(call) ? total(agentOf(call)!.rushedSpans) : null)),
  ],
  ['agent_pauses_kept', ofDialogue((call) => agentOf(call)?.pausesKept ?? null)],
  ['customer_speech_s', ofOneVoice((call) => callerOf(call)?.speech.seconds ?? null)],
  ['customer_active_lufs', (call) => callerOf(call)?.level.activeLufs ?? null],
  ['customer_articulation_rate_syll_per_s', (call) => callerOf(call)?.articulationRate ?? null],
  ['co_regulation_db', ({ report }) => report.coRegulation?.valueDb ?? null],
  ['cues_shown', known('cues', ({ report }) => report.cues.filter(({ shown }) => shown).length)],
  ['comments', ({ comments }) => comments.length],
  ['shared_channel', ({ report }) => isChannelShared(report)],
  ['policy_not_voice', ({ reflection }) => reflection?.isPolicyNotVoice ?? false],
  ['worked_well', ({ reflection }) => reflection?.workedWell ?? null],
  ['could_be_improved', ({ reflection }) => reflection?.couldBeImproved ?? null],
  ['coaching_answer', ({ reflection }) => reflection?.answer ?? null],
  ['coaching_answer_note', ({ reflection }) => reflection?.answerNote ?? null],
];

/** One row a call, a column a measure; an empty cell is a measure that is missing. */
export function callsCsv(calls: readonly ReviewedCall[]): string {
  return csv(
    columns.map(([name]) => name),
    calls.map((call) => columns.map(([, of]) => of(call))),
  );
}

/** One row a moment of any of the calls. Times are seconds from the start of its call. */
export function momentsCsv(calls: readonly ReviewedCall[]): string {
  const rows = calls.flatMap((call) =>
    callMoments(call).map(({ kind, start, end, role, detail }): CsvCell[] => [
      call.title,
      start,
      end,
      exportWords.moments[kind],
      role ?? null,
      detail,
    ]),
  );
  return csv(['title', 'start_s', 'end_s', 'moment', 'who', 'detail'], rows);
}
