import type { CallReport, Span, SpeakerReport } from '../../../../core/model/callReport.ts';
import {
  goodResponseSeconds,
  goodShare,
  hastyResponseSeconds,
  slowResponseSeconds,
} from '../../../../core/model/targets.ts';
import { isUnavailable } from '../../../../core/model/unavailable.ts';
import { formatClock, formatSeconds, formatShare, formatSigned } from '../../../text/formatReading.ts';
import { callWords } from '../callWords.ts';

/** One number of the summary, in words. */
interface KeyNumber {
  readonly id: string;
  readonly label: string;
  /** Undefined where it is not known; `detail` then says why. */
  readonly value: string | undefined;
  readonly detail: string;
  readonly target: string | undefined;
  /** Undefined without a target or without a value. */
  readonly isMet: boolean | undefined;
  /** The moment the number points at, in seconds. */
  readonly jumpTo: number | undefined;
}

const words = callWords.numbers;

export function keyNumbers(report: CallReport): readonly KeyNumber[] {
  const agent = report.speakers.find(({ role }) => role === 'agent');
  const hasCaller = report.speakers.some(({ role }) => role === 'customer');
  return [
    share('soft', report.summary.softShare, words.soft, why(report, 'summary.softShare', 'speakers.agent.effort')),
    share(
      'pace',
      report.summary.paceShare,
      words.pace,
      why(report, 'summary.paceShare', 'speakers.agent.articulationRate'),
    ),
    responseGap(report),
    ...(hasCaller
      ? [interruptions(report), talkShare(report), waves(report)]
      : [
          unknown('interruptions', words.interruptions.label, why(report, 'summary.agentInterruptions', 'overlaps')),
          unknown('talk-share', words.talkShare.label, why(report, 'summary.talkShare')),
          unknown('waves', words.waves.label, why(report, 'waves', 'wave')),
        ]),
    deadAir(report),
    loudest(report, agent),
    rushed(report, agent),
    hasCaller && agent
      ? known('pauses', words.pauses.label, String(agent.pausesKept), words.pauses.detail)
      : unknown('pauses', words.pauses.label, why(report, 'speakers.agent.pausesKept')),
  ];
}

function share(
  id: string,
  value: number | null,
  { label, detail, target }: { label: string; detail: string; target: string },
  reason: string,
): KeyNumber {
  if (value === null) return unknown(id, label, reason, target);
  return { ...known(id, label, formatShare(value), detail), target, isMet: value >= goodShare };
}

function responseGap(report: CallReport): KeyNumber {
  const { label, target, ...phrases } = words.gap;
  const seconds = report.summary.medianResponseGapSeconds;
  if (seconds === null) {
    return unknown('gap', label, why(report, 'summary.medianResponseGapSeconds', 'gaps'), target);
  }
  const isMet = seconds >= goodResponseSeconds.low && seconds <= goodResponseSeconds.high;
  return {
    ...known('gap', label, formatSigned(seconds, 1, 's').replace('+', ''), gapPhrase(seconds, phrases)),
    target,
    isMet,
  };
}

function gapPhrase(seconds: number, phrases: Omit<typeof words.gap, 'label' | 'target'>): string {
  if (seconds < hastyResponseSeconds) return phrases.jumpy;
  if (seconds < goodResponseSeconds.low) return phrases.quick;
  if (seconds <= goodResponseSeconds.high) return phrases.good;
  return seconds <= slowResponseSeconds ? phrases.unhurried : phrases.slow;
}

function interruptions(report: CallReport): KeyNumber {
  const { label, target, detail } = words.interruptions;
  const count = report.summary.agentInterruptions;
  if (count === null)
    return unknown('interruptions', label, why(report, 'summary.agentInterruptions', 'overlaps'), target);
  const talkOver = report.overlaps.filter(({ kind }) => kind === 'interruption' || kind === 'overlap');
  const seconds = lengthOf(talkOver.map(({ start, end }): Span => [start, end]));
  const first = report.overlaps.find(({ kind, startedBy }) => kind === 'interruption' && startedBy === 'agent');
  return {
    ...known('interruptions', label, String(count), detail(talkOver.length, formatSeconds(seconds))),
    target,
    isMet: count === 0,
    jumpTo: first?.start,
  };
}

function talkShare(report: CallReport): KeyNumber {
  const value = report.summary.talkShare;
  const { label, detail } = words.talkShare;
  if (value === null) return unknown('talk-share', label, why(report, 'summary.talkShare'));
  return known('talk-share', label, formatShare(value), detail(formatShare(1 - value)));
}

function waves(report: CallReport): KeyNumber {
  const { label, none, softer, unknown: unknownChange } = words.waves;
  const reason = report.unavailable.find(({ field }) => field === 'waves' || field === 'wave')?.reason;
  if (reason !== undefined) return unknown('waves', label, reason);
  const changes = report.waves.flatMap(({ agentLevelChangeDb }) => agentLevelChangeDb ?? []);
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  const met = changes.length > 0 ? softer(formatSigned(mean, 1, 'dB')) : unknownChange;
  return {
    ...known('waves', label, String(report.waves.length), report.waves.length === 0 ? none : met),
    jumpTo: report.waves[0]?.peak,
  };
}

function deadAir(report: CallReport): KeyNumber {
  const { label, target, detail, none } = words.deadAir;
  if (isUnavailable(report, 'deadAir')) return unknown('dead-air', label, why(report, 'deadAir'));
  const longest = Math.max(0, ...report.deadAir.map(([start, end]) => end - start));
  const isMet = report.deadAir.length === 0;
  return {
    ...known('dead-air', label, formatTotal(report.deadAir), isMet ? none : detail(formatSeconds(longest))),
    target,
    isMet,
    jumpTo: report.deadAir[0]?.[0],
  };
}

function loudest(report: CallReport, agent: SpeakerReport | undefined): KeyNumber {
  const { label, detail } = words.loudest;
  const span = agent?.effort?.worst30s;
  if (!span) return unknown('loudest', label, why(report, 'speakers.agent.effort'));
  const { agent: curves, stepSeconds } = report.timeline;
  const efforts = (curves?.effortDb ?? [])
    .slice(span[0] / stepSeconds, span[1] / stepSeconds)
    .filter((db) => db !== null);
  const mean = efforts.reduce((sum, db) => sum + db, 0) / efforts.length;
  const difference = efforts.length > 0 ? `${formatSigned(mean, 1, 'dB')} ${detail}` : '';
  return { ...known('loudest', label, `${formatClock(span[0])}–${formatClock(span[1])}`, difference), jumpTo: span[0] };
}

function rushed(report: CallReport, agent: SpeakerReport | undefined): KeyNumber {
  const { label, target, detail } = words.rushed;
  if (!agent || agent.articulationRate === null) {
    return unknown(
      'rushed',
      label,
      why(report, 'speakers.agent.rushedSpans', 'speakers.agent.articulationRate'),
      target,
    );
  }
  const spans = agent.rushedSpans;
  const value = known('rushed', label, formatTotal(spans), spans.length === 0 ? '' : detail(spans.length));
  return { ...value, target, isMet: spans.length === 0, jumpTo: spans[0]?.[0] };
}

/** Why a field is missing: the report's own reason for it, for what it is part of, or for a part of it. */
function why(report: CallReport, ...fields: readonly string[]): string {
  for (const wanted of fields) {
    const entry = report.unavailable.find(
      ({ field }) => field === wanted || wanted.startsWith(`${field}.`) || field.startsWith(`${wanted}.`),
    );
    if (entry) return entry.reason;
  }
  const hasCaller = report.speakers.some(({ role }) => role === 'customer');
  return hasCaller ? callWords.notEnough : callWords.noCaller;
}

function known(id: string, label: string, value: string, detail: string): KeyNumber {
  return { id, label, value, detail, target: undefined, isMet: undefined, jumpTo: undefined };
}

function unknown(id: string, label: string, reason: string, target?: string): KeyNumber {
  return { id, label, value: undefined, detail: reason, target, isMet: undefined, jumpTo: undefined };
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

function formatTotal(spans: readonly Span[]): string {
  return spans.length === 0 ? '0 s' : formatSeconds(lengthOf(spans));
}
