import { defaultCallConfig } from '../../../core/config/callConfig.ts';
import type { Span } from '../../../core/model/callReport.ts';
import type { CueKind } from '../../../core/model/cue.ts';
import { joinedSpans, totalSeconds } from '../scoring/speechFrames.ts';
import type { ScriptedCall, SpokenTruth } from './scriptedCalls.ts';
import { speechOf, trueOverlaps } from './trueOverlaps.ts';

/**
 * A stretch in which a cue may appear, in seconds. In a clear one it must appear; outside all of them it must not.
 */
export interface CueOccasion {
  readonly kind: CueKind;
  readonly span: Span;
  readonly clear: boolean;
}

const FRAMES_PER_SECOND = 100;
/** The longest delay until something is known: look-ahead, and the interval of readings. */
const LATE_SECONDS = 1.2;
/** Time by which the condition of a clear occasion outlasts what the rule requires. */
const SPARE_SECONDS = 0.5;
const SEMITONES_PER_DB = 0.4;
/**
 * Margins: beyond the threshold by this much, a cue is clearly due; short of it by no more than this, it may appear.
 */
const MARGINS = { effortDb: 2.5, rateRatio: 0.1, semitones: 0.7, overlapSeconds: 0.15, silenceSeconds: 0.5 };
/** Raised speech that the caller's wave needs to rise and to reach its peak. */
const WAVE_SECONDS = 15;
const WAVE_EFFORT_DB = 3;

const { cues, level, rate } = defaultCallConfig;

/**
 * Returns every occasion of every cue, derived from what was said when and how. The definitions are those of the
 * measures, in terms of the script: mean effort and pitch over the speech of the last 3 s, syllables over the last 8 s
 * of speech, and overlaps and silences between true ends of speech.
 */
export function cueOccasions(call: ScriptedCall): readonly CueOccasion[] {
  const own = call.lines.filter(({ role }) => role === 'agent');
  const track = new AgentTrack(own, call.durationSeconds);
  const effort = track.recent((line) => line.effortDb);
  const pitch = track.recent((line) => SEMITONES_PER_DB * line.effortDb + line.extraSemitones);
  const ratio = track.lastingRate().map((found) => (found === undefined ? undefined : found / call.usualRate));
  const { softer, louder, slower, pitchRaised } = cues;
  return [
    ...overlapOccasions(call.lines),
    ...occasionsAbove(track, 'softer', effort, softer, MARGINS.effortDb),
    ...occasionsAbove(track, 'slower', ratio, slower, MARGINS.rateRatio),
    ...silenceOccasions(call),
    ...occasionsAbove(track, 'pitch-raised', pitch, pitchRaised, MARGINS.semitones),
    ...waveOccasions(call.lines),
    ...occasionsAbove(
      track,
      'louder',
      effort.map((value) => value && -value),
      { on: -louder.on, onSeconds: louder.onSeconds },
      MARGINS.effortDb,
    ),
  ];
}

type Track = readonly (number | undefined)[];

/** The agent's lines on a grid of 10 ms. */
class AgentTrack {
  readonly #lines: (SpokenTruth | undefined)[];

  constructor(lines: readonly SpokenTruth[], seconds: number) {
    this.#lines = Array.from({ length: Math.ceil((seconds + LATE_SECONDS) * FRAMES_PER_SECOND) });
    for (const line of lines) {
      for (const [start, end] of line.speech) {
        this.#lines.fill(line, Math.round(start * FRAMES_PER_SECOND), Math.round(end * FRAMES_PER_SECOND));
      }
    }
  }

  speaksAt(frame: number): boolean {
    return this.#lines[frame] !== undefined;
  }

  /** Returns the mean of a line's value over the speech of the last 3 s; missing for less than 1 s of speech. */
  recent(of: (line: SpokenTruth) => number): Track {
    const window = level.activeWindowSeconds * FRAMES_PER_SECOND;
    let sum = 0;
    let count = 0;
    return this.#lines.map((line, i) => {
      const left = this.#lines[i - window];
      if (line) [sum, count] = [sum + of(line), count + 1];
      if (left) [sum, count] = [sum - of(left), count - 1];
      return count >= level.activeMinSpeechSeconds * FRAMES_PER_SECOND ? sum / count : undefined;
    });
  }

  /** Returns the syllables per second over the last 8 s of speech; missing for less than 4 s. */
  lastingRate(): Track {
    const window = rate.rushedWindowSpeechSeconds * FRAMES_PER_SECOND;
    const spoken: number[] = [];
    let syllables = 0;
    return this.#lines.map((line) => {
      if (line) {
        spoken.push(line.articulationRate);
        syllables += line.articulationRate;
        if (spoken.length > window) syllables -= spoken[spoken.length - window - 1]!;
      }
      const count = Math.min(spoken.length, window);
      return count < window / 2 ? undefined : syllables / count;
    });
  }
}

/** Finds stretches with a value near or beyond the threshold; clear if well beyond for long enough, in agent speech. */
function occasionsAbove(
  track: AgentTrack,
  kind: CueKind,
  values: Track,
  { on, onSeconds }: { readonly on: number; readonly onSeconds: number },
  margin: number,
): readonly CueOccasion[] {
  const found: { from: number; to: number; clear: boolean }[] = [];
  const enough = (onSeconds + SPARE_SECONDS) * FRAMES_PER_SECOND;
  let beyond = 0;
  values.forEach((value, frame) => {
    if (value === undefined || !track.speaksAt(frame)) return;
    beyond = value >= on + margin ? beyond + 1 : 0;
    if (value < on - margin) return;
    const last = found.at(-1);
    const open = last && frame - last.to <= LATE_SECONDS * FRAMES_PER_SECOND ? last : undefined;
    if (open) open.to = frame;
    else found.push({ from: frame, to: frame, clear: false });
    if (beyond >= enough) found.at(-1)!.clear = true;
  });
  // If only the caller's turns separate them, they are one stretch of the agent's speech.
  return joinedOver(found, track, values, on - margin).map(({ from, to, clear }) => ({
    kind,
    span: [from / FRAMES_PER_SECOND, to / FRAMES_PER_SECOND + LATE_SECONDS],
    clear,
  }));
}

function joinedOver<Stretch extends { from: number; to: number; clear: boolean }>(
  stretches: readonly Stretch[],
  track: AgentTrack,
  values: Track,
  floor: number,
): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    const between = last ? values.slice(last.to + 1, stretch.from) : [];
    const interrupted = between.some((value, i) => {
      return value !== undefined && value < floor && track.speaksAt(last!.to + 1 + i);
    });
    if (last && !interrupted) Object.assign(last, { to: stretch.to, clear: last.clear || stretch.clear });
    else joined.push({ ...stretch });
  }
  return joined;
}

/** Finds the overlaps that the agent starts; a backchannel near the greatest length of one counts neither way. */
function overlapOccasions(lines: readonly SpokenTruth[]): readonly CueOccasion[] {
  const { overlapSeconds, backchannelOverlapSeconds, backchannelEffortDb } = cues.letThemFinish;
  return trueOverlaps(lines).flatMap(({ by, kind, span: [start, end], seconds, effortDb }): CueOccasion[] => {
    if (by !== 'agent') return [];
    const isBackchannel = kind === 'backchannel';
    const least = isBackchannel ? backchannelOverlapSeconds : overlapSeconds;
    if (seconds < least - MARGINS.overlapSeconds) return [];
    const asked = effortDb <= backchannelEffortDb ? backchannelOverlapSeconds : overlapSeconds;
    const clear = !isBackchannel && seconds >= asked + MARGINS.overlapSeconds;
    return [{ kind: 'let-them-finish', span: [start, end + LATE_SECONDS], clear }];
  });
}

/** Finds silences after the first speech. */
function silenceOccasions({ lines, durationSeconds }: ScriptedCall): readonly CueOccasion[] {
  const speech = joinedSpans([...speechOf(lines, 'agent'), ...speechOf(lines, 'customer')], 0);
  return speech.flatMap(([, start], i): CueOccasion[] => {
    const end = speech[i + 1]?.[0] ?? durationSeconds;
    const seconds = end - start;
    if (seconds < cues.deadAirSeconds - MARGINS.silenceSeconds) return [];
    const clear = seconds >= cues.deadAirSeconds + MARGINS.silenceSeconds;
    return [{ kind: 'dead-air', span: [start + cues.deadAirSeconds - LATE_SECONDS, end + LATE_SECONDS], clear }];
  });
}

/** Finds spans from the first to the last of the caller's raised lines; a peak ends when the caller has calmed down. */
function waveOccasions(lines: readonly SpokenTruth[]): readonly CueOccasion[] {
  const own = lines.filter(({ role }) => role === 'customer');
  const waves: SpokenTruth[][] = [];
  own.forEach((line, i) => {
    if (line.effortDb < WAVE_EFFORT_DB) return;
    if (i > 0 && own[i - 1]!.effortDb >= WAVE_EFFORT_DB) waves.at(-1)!.push(line);
    else waves.push([line]);
  });
  return waves.map((wave) => {
    const after = own[own.indexOf(wave.at(-1)!) + 1];
    const seconds = totalSeconds(wave.flatMap(({ speech }) => speech));
    return { kind: 'hold', span: [wave[0]!.start, after?.end ?? wave.at(-1)!.end], clear: seconds >= WAVE_SECONDS };
  });
}
