import { defaultCallConfig } from '../config/callConfig.ts';
import type { CallReport, Span, SpeakerReport } from '../model/callReport.ts';
import { otherRole, type Role } from '../model/role.ts';
import { SHARED_CHANNEL } from '../model/sharedChannel.ts';
import { toMillisecond } from './rounding.ts';

const WHAT_TO_DO =
  'and their voices can’t be separated: record them on two channels, or export the channels separately';

/**
 * Returns the report of a call whose parties share its only channel, without anything that describes one person or the
 * interplay of two, because that would mix both. Speech, syllables, integrated loudness, level over time and signal
 * describe the channel and remain. Dead air becomes known. A report with two channels is returned unchanged.
 */
export function withSharedChannel(report: CallReport): CallReport {
  const [speaker, second] = report.speakers;
  if (!speaker || second) return report;
  const { agent, customer } = report.timeline;
  const withheld: Omit<CallReport, 'unavailable'> = {
    ...report,
    analysis: { ...report.analysis, baseline: 'none', usual: null },
    speakers: [withoutOneVoice(speaker)],
    turns: [],
    gaps: [],
    overlaps: [],
    deadAir: silences(speaker.speech.segments),
    wave: [],
    waves: [],
    coRegulation: null,
    cues: [],
    timeline: {
      stepSeconds: report.timeline.stepSeconds,
      agent: agent && { ...levelAlone(agent), effortDb: missing(agent) },
      customer: customer && levelAlone(customer),
    },
    summary: {
      talkShare: null,
      softShare: null,
      paceShare: null,
      medianResponseGapSeconds: null,
      agentInterruptions: null,
      score: null,
    },
  };
  return { ...withheld, unavailable: unavailableOf(report, speaker.role) };
}

function withoutOneVoice(speaker: SpeakerReport): SpeakerReport {
  const { integratedLufs } = speaker.level;
  return {
    ...speaker,
    articulationRate: null,
    speechRate: null,
    pauses: [],
    level: { activeLufs: null, p10Lufs: null, p50Lufs: null, p90Lufs: null, integratedLufs },
    effort: null,
    steadiness: { levelSdDb: null, pitchSdSemitones: null },
    rushedSpans: [],
    pausesKept: 0,
    pitch: { medianHz: null, sdSemitones: null },
  };
}

/** Returns the dead air by the default threshold, because reports store only the hash of their configuration. */
function silences(speech: readonly Span[]): Span[] {
  return speech.flatMap(([start], index): Span[] => {
    const before = speech[index - 1];
    const isLong = before && toMillisecond(start - before[1]) >= defaultCallConfig.turns.deadAirSeconds;
    return isLong ? [[before[1], start]] : [];
  });
}

interface Curves {
  readonly levelLufs: (number | null)[];
}

function levelAlone(curves: Curves) {
  return { levelLufs: curves.levelLufs, articulationRate: missing(curves), pitchSemitones: missing(curves) };
}

function missing({ levelLufs }: Curves): null[] {
  return levelLufs.map(() => null);
}

/** Returns the withheld fields of a report with a single speaker, as paths. */
function withheldFields(role: Role): string[] {
  const isAgent = role === 'agent';
  const ofSpeaker = ['articulationRate', 'speechRate', 'pauses', ...(isAgent ? ['effort'] : []), 'steadiness']
    .concat(['activeLufs', 'p10Lufs', 'p50Lufs', 'p90Lufs'].map((level) => `level.${level}`))
    .concat(['rushedSpans', 'pausesKept', 'pitch']);
  const curves = [...(isAgent ? ['effortDb'] : []), 'articulationRate', 'pitchSemitones'];
  const shares = ['talkShare', 'softShare', 'paceShare', 'medianResponseGapSeconds', 'agentInterruptions'];
  return [
    ...(isAgent ? ['analysis.baseline'] : []),
    ...ofSpeaker.map((name) => `speakers.${role}.${name}`),
    ...['turns', 'gaps', 'overlaps', 'wave', 'waves', 'coRegulation', 'cues'],
    ...curves.map((name) => `timeline.${role}.${name}`),
    ...shares.map((name) => `summary.${name}`),
  ];
}

function unavailableOf({ unavailable }: CallReport, role: Role): CallReport['unavailable'] {
  const fields = withheldFields(role);
  const other = `speakers.${otherRole(role)}`;
  const isOther = (missing: string) =>
    missing !== other &&
    missing !== 'deadAir' &&
    fields.every((field) => missing !== field && !missing.startsWith(`${field}.`));
  return [
    ...unavailable.filter(({ field }) => isOther(field)),
    { field: other, reason: `${SHARED_CHANNEL}, ${WHAT_TO_DO}` },
    ...fields.map((field) => ({ field, reason: SHARED_CHANNEL })),
  ];
}
