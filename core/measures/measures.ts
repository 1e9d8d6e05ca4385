import {
  type CallReport,
  isInterruptionBy,
  type Span,
  type SpeakerReport,
  secondsOfSpans,
  speakerOf,
} from '../model/callReport.ts';
import type { Role } from '../model/role.ts';
import { goodResponseSeconds, goodShare, softEffortDb } from '../model/targets.ts';
import { median } from '../statistics/median.ts';
import type { Measure } from './measure.ts';

/**
 * Every measure of a call, in the order of all lists. Library, trends, comparisons, CSV and the contract are derived from
 * this table; the texts are in measureWords.ts.
 */
export const measures = [
  {
    id: 'talkShare',
    unit: 'share',
    read: ({ summary }) => summary.talkShare,
    withheldBy: ['summary.talkShare'],
    better: 'within',
    followed: 'as-is',
    csv: 'talk_share',
  },
  {
    id: 'softShare',
    unit: 'share',
    read: ({ summary }) => summary.softShare,
    withheldBy: ['summary.softShare', 'speakers.agent.effort'],
    better: 'higher',
    target: { low: goodShare, high: 1 },
    followed: 'as-is',
    column: 'medium',
    csv: 'soft_share',
  },
  {
    id: 'paceShare',
    unit: 'share',
    read: ({ summary }) => summary.paceShare,
    withheldBy: ['summary.paceShare', 'speakers.agent.articulationRate'],
    better: 'higher',
    target: { low: goodShare, high: 1 },
    followed: 'as-is',
    csv: 'pace_share',
  },
  {
    id: 'medianResponseSeconds',
    unit: 'seconds',
    read: ({ summary }) => summary.medianResponseGapSeconds,
    withheldBy: ['summary.medianResponseGapSeconds', 'gaps'],
    better: 'within',
    target: goodResponseSeconds,
    followed: 'as-is',
    column: 'large',
    csv: 'median_response_gap_s',
  },
  {
    id: 'agentInterruptions',
    unit: 'count',
    read: ({ summary }) => summary.agentInterruptions,
    withheldBy: ['summary.agentInterruptions', 'overlaps'],
    better: 'lower',
    target: { low: 0, high: 0 },
    followed: 'per-ten-minutes',
    column: 'medium',
    csv: 'agent_interruptions',
  },
  {
    id: 'callerInterruptions',
    unit: 'count',
    read: ({ overlaps }) => overlaps.filter(isInterruptionBy('customer')).length,
    withheldBy: ['overlaps'],
    better: 'none',
  },
  { id: 'overlaps', unit: 'count', read: ({ overlaps }) => overlaps.length, withheldBy: ['overlaps'], better: 'none' },
  {
    id: 'overlapSeconds',
    unit: 'seconds',
    read: ({ overlaps }) => lengthOf(overlaps.map(({ start, end }) => [start, end])),
    withheldBy: ['overlaps'],
    better: 'none',
  },
  {
    id: 'deadAirSeconds',
    unit: 'seconds',
    read: ({ deadAir }) => lengthOf(deadAir),
    withheldBy: ['deadAir'],
    onSharedChannel: 'known',
    better: 'lower',
    target: { low: 0, high: 0 },
    followed: 'per-ten-minutes',
    csv: 'dead_air_s',
  },
  {
    id: 'waves',
    unit: 'count',
    read: ofSpeaker('customer', (_, { waves }) => waves.length),
    withheldBy: ['waves'],
    better: 'none',
    column: 'large',
    csv: 'waves',
  },
  {
    id: 'waveLevelChangeDb',
    unit: 'decibels',
    isDifference: true,
    read: ({ waves }) => median(waves.flatMap(({ agentLevelChangeDb }) => agentLevelChangeDb ?? [])) ?? null,
    withheldBy: ['waves'],
    better: 'lower',
  },
  {
    id: 'agentSpeechSeconds',
    unit: 'seconds',
    read: ofSpeaker('agent', ({ speech }) => speech.seconds),
    withheldBy: ['speakers.agent'],
    better: 'none',
    csv: 'agent_speech_s',
  },
  {
    id: 'agentEffortDb',
    unit: 'decibels',
    isDifference: true,
    read: ofSpeaker('agent', ({ effort }) => effort?.meanDb),
    withheldBy: ['speakers.agent.effort'],
    better: 'within',
    target: softEffortDb,
    followed: 'as-is',
    csv: 'agent_effort_mean_db',
  },
  {
    id: 'agentEffortP90Db',
    unit: 'decibels',
    isDifference: true,
    read: ofSpeaker('agent', ({ effort }) => effort?.p90Db),
    withheldBy: ['speakers.agent.effort'],
    better: 'lower',
    csv: 'agent_effort_p90_db',
  },
  {
    id: 'agentLevelLufs',
    unit: 'lufs',
    read: ofSpeaker('agent', ({ level }) => level.activeLufs),
    withheldBy: ['speakers.agent.level.activeLufs'],
    better: 'none',
    csv: 'agent_active_lufs',
  },
  {
    id: 'agentLevelSdDb',
    unit: 'decibels',
    read: ofSpeaker('agent', ({ steadiness }) => steadiness.levelSdDb),
    withheldBy: ['speakers.agent.steadiness.levelSdDb'],
    better: 'lower',
    followed: 'as-is',
    csv: 'agent_level_sd_db',
  },
  {
    id: 'agentArticulationRate',
    unit: 'syllablesPerSecond',
    read: ofSpeaker('agent', ({ articulationRate }) => articulationRate),
    withheldBy: ['speakers.agent.articulationRate', 'speakers.agent.speech'],
    better: 'within',
    followed: 'as-is',
    column: 'large',
    csv: 'agent_articulation_rate_syll_per_s',
  },
  {
    id: 'agentPitchHz',
    unit: 'hertz',
    read: ofSpeaker('agent', ({ pitch }) => pitch.medianHz),
    withheldBy: ['speakers.agent.pitch.medianHz'],
    better: 'none',
    csv: 'agent_pitch_median_hz',
  },
  {
    id: 'agentPitchSdSemitones',
    unit: 'semitones',
    read: ofSpeaker('agent', ({ steadiness }) => steadiness.pitchSdSemitones),
    withheldBy: ['speakers.agent.steadiness.pitchSdSemitones'],
    better: 'within',
    followed: 'as-is',
    csv: 'agent_pitch_sd_semitones',
  },
  {
    id: 'rushedSeconds',
    unit: 'seconds',
    read: ofSpeaker('agent', ({ rushedSpans }) => lengthOf(rushedSpans)),
    withheldBy: ['speakers.agent.rushedSpans', 'speakers.agent.articulationRate', 'speakers.agent.speech'],
    better: 'lower',
    target: { low: 0, high: 0 },
    followed: 'per-ten-minutes',
    csv: 'agent_rushed_s',
  },
  {
    id: 'pausesKept',
    unit: 'count',
    read: ofSpeaker('agent', ({ pausesKept }) => pausesKept),
    withheldBy: ['speakers.agent.pausesKept', 'gaps'],
    better: 'none',
    csv: 'agent_pauses_kept',
  },
  {
    id: 'callerSpeechSeconds',
    unit: 'seconds',
    read: ofSpeaker('customer', ({ speech }) => speech.seconds),
    withheldBy: ['speakers.customer'],
    better: 'none',
    csv: 'customer_speech_s',
  },
  {
    id: 'callerLevelLufs',
    unit: 'lufs',
    read: ofSpeaker('customer', ({ level }) => level.activeLufs),
    withheldBy: ['speakers.customer.level.activeLufs'],
    better: 'none',
    csv: 'customer_active_lufs',
  },
  {
    id: 'callerArticulationRate',
    unit: 'syllablesPerSecond',
    read: ofSpeaker('customer', ({ articulationRate }) => articulationRate),
    withheldBy: ['speakers.customer.articulationRate', 'speakers.customer.speech'],
    better: 'none',
    csv: 'customer_articulation_rate_syll_per_s',
  },
  {
    id: 'coRegulationDb',
    unit: 'decibels',
    isDifference: true,
    read: ({ coRegulation }) => coRegulation?.valueDb ?? null,
    withheldBy: ['coRegulation'],
    better: 'lower',
    csv: 'co_regulation_db',
  },
  {
    id: 'cuesShown',
    unit: 'count',
    read: ({ cues }) => cues.filter(({ shown }) => shown).length,
    withheldBy: ['cues'],
    better: 'none',
    csv: 'cues_shown',
  },
  {
    id: 'captureGapSeconds',
    unit: 'seconds',
    read: ({ gapsInCapture }) => lengthOf(gapsInCapture.map(({ seconds }) => [0, seconds])),
    withheldBy: ['gapsInCapture'],
    onSharedChannel: 'known',
    better: 'lower',
  },
] as const satisfies readonly Measure[];

/** Increase it if a measure is read from reports differently, so that stored calls are re-measured; not for a new measure. */
export const measuresRevision = 1;

export type MeasureId = (typeof measures)[number]['id'];
export const measureIds = measures.map(({ id }) => id);

export function measureWith(id: MeasureId): (typeof measures)[number] {
  return measures.find((measure) => measure.id === id)!;
}

/** Returns a reader of one speaker's value; null if the speaker is not in the report. */
function ofSpeaker(
  wanted: Role,
  read: (speaker: SpeakerReport, report: CallReport) => number | null | undefined,
): Measure['read'] {
  return (report) => {
    const speaker = speakerOf(report, wanted);
    return (speaker && read(speaker, report)) ?? null;
  };
}

/** Seconds, rounded to 1 ms as in the report. */
function lengthOf(spans: readonly Span[]): number {
  return Math.round(1000 * secondsOfSpans(spans)) / 1000;
}
