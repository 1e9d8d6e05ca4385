import { defaultCallConfig } from '../../../core/config/callConfig.ts';
import type { Span } from '../../../core/model/callReport.ts';
import type { CueKind } from '../../../core/model/cue.ts';
import { joinedSpans, totalSeconds } from '../scoring/speechFrames.ts';
import type { ScriptedCall, SpokenTruth } from './scriptedCalls.ts';
import { speechOf, trueOverlaps } from './trueOverlaps.ts';

/**
 * A stretch in which a cue may come, in seconds; in one that is clear it must. Outside all of them it must not.
 */
export interface CueOccasion {
  readonly kind: CueKind;
  readonly span: Span;
  readonly clear: boolean;
}

const FRAMES_PER_SECOND = 100;
/** Everything is known this much later at most than it happens: look-ahead, and the grain of readings. */
const LATE_SECONDS = 1.2;
/** Condition time by which a clear occasion outlasts what the rule asks for. */
const SPARE_SECONDS = 0.5;
const SEMITONES_PER_DB = 0.4;
/** How far beyond its threshold a value must be for its cue to be due without doubt; as far short of it, it may come. */
const MARGINS = { effortDb: 2.5, rateRatio: 0.1, semitones: 0.7, overlapSeconds: 0.15, silenceSeconds: 0.5 };
/** The caller's wave needs this much raised speech to rise and to stand. */
const WAVE_SECONDS = 15;
const WAVE_EFFORT_DB = 3;

const { cues, level, rate } = defaultCallConfig;

/**
 * Every occasion of every cue, from what was said when and how. The definitions are those of the measures, in terms of the
 * script: the mean effort and pitch over the speech of the last 3 s, the syllables over the last 8 s of speech, overlaps
 * and silences between true ends of speech.
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

/** The agent's lines on a clock of 10 ms. */
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

  /** Mean of a line's value over the speech of the last 3 s; missing under 1 s of speech. */
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

  /** Syllables a second over the last 8 s of speech; missing under 4 s. */
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

/** Stretches with a value near the threshold or beyond; clear where it is well beyond for long enough, in agent speech. */
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
  // Parted by the customer's turns alone, they are one stretch of the agent's speech.
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

/** The agent talks over the customer; a backchannel near the longest that may be one counts neither way. */
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

/** After the first speech. */
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

/** From the first to the last of the customer's raised lines; a peak that has been reached ends when they have come down. */
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
