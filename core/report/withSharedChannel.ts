import { defaultCallConfig } from '../config/callConfig.ts';
import type { CallReport, Span, SpeakerReport } from '../model/callReport.ts';
import { otherRole, type Role } from '../model/role.ts';
import { SHARED_CHANNEL } from '../model/sharedChannel.ts';
import { toMillisecond } from './rounding.ts';

const WHAT_TO_DO =
  'and their voices can’t be separated: record them on two channels, or export the channels separately';

/**
 * The report of a call whose parties share its one channel, without what describes one person or what one did after the
 * other: it would be of both mixed. What holds of the channel stays: speech, syllables, integrated loudness, level along
 * time, signal. Dead air becomes known, for all who could speak are on it. A report of two channels stays as it is.
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

/**
 * Where nobody speaks for as long as dead air takes. A stored report has the hash of its configuration and not its values,
 * so this goes by the default, which no setting changes.
 */
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

/** What is withheld of a report with this one speaker, as paths into it. */
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
  const isKept = (missing: string) =>
    missing !== other &&
    missing !== 'deadAir' &&
    fields.every((field) => missing !== field && !missing.startsWith(`${field}.`));
  return [
    ...unavailable.filter(({ field }) => isKept(field)),
    { field: other, reason: `${SHARED_CHANNEL}, ${WHAT_TO_DO}` },
    ...fields.map((field) => ({ field, reason: SHARED_CHANNEL })),
  ];
}
