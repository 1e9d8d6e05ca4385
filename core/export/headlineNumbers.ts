import type { CallReport, Span } from '../model/callReport.ts';
import { goodResponseSeconds, goodShare } from '../model/targets.ts';
import { isUnavailable } from '../model/unavailable.ts';
import { exportWords, signed } from './exportWords.ts';

/** A number of the report's head, in words. */
export interface HeadlineNumber {
  readonly label: string;
  /** Missing where it is not known; `detail` then says why. */
  readonly value: string | undefined;
  readonly detail: string;
  readonly target: string | undefined;
  /** Missing without a target or a value. */
  readonly isMet: boolean | undefined;
}

const words = exportWords.numbers;

export function headlineNumbers(report: CallReport): HeadlineNumber[] {
  const { summary } = report;
  const { low, high } = goodResponseSeconds;
  const agent = report.speakers.find(({ role }) => role === 'agent');
  const isDialogue = report.speakers.length === 2;
  const rushed = agent && agent.articulationRate !== null ? secondsOf(agent.rushedSpans) : null;
  const changes = report.waves.flatMap(({ agentLevelChangeDb }) => agentLevelChangeDb ?? []);
  const reason = (...fields: readonly string[]) => whyMissing(report, fields);
  const number = (
    { label, detail, target }: { readonly label: string; readonly detail: string; readonly target?: string },
    value: string | null,
    isMet: boolean | undefined,
    ...fields: readonly string[]
  ): HeadlineNumber =>
    value === null
      ? { label, value: undefined, detail: reason(...fields), target, isMet: undefined }
      : { label, value, detail, target, isMet };
  const soft = summary.softShare;
  const pace = summary.paceShare;
  const gap = summary.medianResponseGapSeconds;
  const interruptions = summary.agentInterruptions;
  const silence = isUnavailable(report, 'deadAir') ? null : secondsOf(report.deadAir);
  return [
    number(words.soft, percent(soft), soft === null ? undefined : soft >= goodShare, 'summary.softShare'),
    number(words.pace, percent(pace), pace === null ? undefined : pace >= goodShare, 'summary.paceShare'),
    number(
      words.gap,
      gap === null ? null : `${gap < 0 ? '−' : ''}${Math.abs(gap).toFixed(1)} s`,
      gap === null ? undefined : gap >= low && gap <= high,
      'summary.medianResponseGapSeconds',
    ),
    number(
      words.interruptions,
      interruptions === null ? null : String(interruptions),
      interruptions === 0,
      'summary.agentInterruptions',
    ),
    number(words.talkShare, percent(summary.talkShare), undefined, 'summary.talkShare'),
    number(
      { ...words.waves, detail: meanText(changes) },
      isDialogue ? String(report.waves.length) : null,
      undefined,
      'waves',
    ),
    number(words.deadAir, silence === null ? null : `${silence.toFixed(1)} s`, silence === 0, 'deadAir'),
    number(
      words.rushed,
      rushed === null ? null : `${rushed.toFixed(1)} s`,
      rushed === 0,
      'speakers.agent.articulationRate',
      'speakers.agent.speech',
    ),
  ];
}

function percent(share: number | null): string | null {
  return share === null ? null : `${Math.round(100 * share)} %`;
}

function secondsOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

function meanText(changes: readonly number[]): string {
  if (changes.length === 0) return words.waves.detail;
  return words.waves.change(signed(changes.reduce((sum, change) => sum + change, 0) / changes.length));
}

function whyMissing({ unavailable, speakers }: CallReport, fields: readonly string[]): string {
  const entry = unavailable.find(({ field }) => fields.includes(field));
  if (entry) return entry.reason;
  return speakers.length < 2 ? words.oneParty : words.notEnough;
}
