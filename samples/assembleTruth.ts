import { type Role, roles } from '../core/model/role.ts';
import { occasionsOf } from './cueOccasions.ts';
import type { Placement } from './schedule.ts';
import type { Clip } from './speak.ts';
import { type Span, totalSeconds } from './speechLevel.ts';
import type { Line, Timing } from './story.ts';
import type { LineKind, Truth, TruthGap, TruthLine, TruthOverlap } from './truth.ts';

/** A line placed in the call. */
export interface SpokenLine {
  readonly line: Line;
  readonly clip: Pick<Clip, 'segments' | 'syllables' | 'levelDbfs'>;
  readonly placement: Placement;
}

/** Derives what happened in the call from its lines. */
export type CallFacts = Pick<
  Truth,
  'speakers' | 'lines' | 'gaps' | 'overlaps' | 'pausesKept' | 'occasions' | 'summary'
>;

/**
 * @param spoken the lines of a call in the order of the story
 * @param voiceNames espeak-ng's name of each party's voice
 * @param baselineRate the agent's articulation rate when reading normally, in syllables per second
 */
export function assembleTruth(
  spoken: readonly SpokenLine[],
  voiceNames: Readonly<Record<Role, string>>,
  baselineRate: number,
): CallFacts {
  const lines = spoken.map(truthLine);
  const gaps = gapsOf(lines);
  const overlaps = overlapsOf(lines);
  const speakers = roles.map((role, channel) => {
    const own = lines.filter((line) => line.role === role);
    const speechSeconds = rounded(own.reduce((sum, line) => sum + totalSeconds(line.speech), 0));
    const syllables = own.reduce((sum, line) => sum + line.syllables, 0);
    const articulationRate = rounded(syllables / speechSeconds);
    return { role, channel, voice: voiceNames[role], speechSeconds, syllables, articulationRate };
  });
  const responseGaps = gaps.filter((gap) => gap.to === 'agent');
  const speechOf = (role: Role) => speakers.find((speaker) => speaker.role === role)!.speechSeconds;
  return {
    speakers,
    lines,
    gaps,
    overlaps,
    pausesKept: responseGaps
      .filter((gap) => gap.seconds >= 1 && gap.seconds <= 3)
      .map((gap): Span => [gap.at, rounded(gap.at + gap.seconds)]),
    occasions: occasionsOf(lines, overlaps, baselineRate),
    summary: {
      talkShare: rounded(speechOf('agent') / (speechOf('agent') + speechOf('customer'))),
      medianResponseGapSeconds: rounded(median(responseGaps.map((gap) => gap.seconds))),
      agentInterruptions: overlaps.filter((o) => o.startedBy === 'agent' && o.kind === 'interruption').length,
    },
  };
}

/** Rounds to 1 ms, or to three decimals of any other unit. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function truthLine({ line, clip, placement }: SpokenLine): TruthLine {
  const speech = clip.segments.map(([start, end]): Span => {
    return [rounded(placement.start + start), rounded(placement.start + end)];
  });
  return {
    role: line.role,
    kind: kindOf(line.timing),
    start: rounded(placement.start),
    end: rounded(placement.end),
    text: line.text,
    wpm: line.wpm,
    effortDb: line.effortDb,
    levelDbfs: rounded(clip.levelDbfs),
    syllables: clip.syllables,
    articulationRate: rounded(clip.syllables / totalSeconds(speech)),
    speech,
  };
}

function kindOf(timing: Timing): LineKind {
  if ('after' in timing) return 'turn';
  return 'cutIn' in timing ? 'interruption' : 'backchannel';
}

function gapsOf(lines: readonly TruthLine[]): TruthGap[] {
  const turns = lines.filter((line) => line.kind !== 'backchannel');
  return turns.slice(1).flatMap((next, index) => {
    const previous = turns[index]!;
    if (previous.role === next.role) return [];
    return [{ from: previous.role, to: next.role, at: previous.end, seconds: rounded(next.start - previous.end) }];
  });
}

function overlapsOf(lines: readonly TruthLine[]): TruthOverlap[] {
  return lines.flatMap((line, index) => {
    if (line.kind === 'turn') return [];
    const other = lines.slice(0, index).findLast((earlier) => earlier.kind !== 'backchannel')!;
    return [{ start: line.start, end: Math.min(line.end, other.end), startedBy: line.role, kind: line.kind }];
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
