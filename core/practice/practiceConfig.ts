import { defaultCallConfig } from '../config/callConfig.ts';
import type { Intensity } from '../model/scenario.ts';
import {
  easyPaceFactors,
  effortCategoryDb,
  goodResponseSeconds,
  hastyResponseSeconds,
  loudEffortDb,
  softEffortDb,
} from '../model/targets.ts';
import type { Knots } from './piecewiseLinear.ts';

const { cues, turns } = defaultCallConfig;

/**
 * Every default of the practice with its unit: times in seconds, effort in dB against the own baseline, heat 0…1.
 * All are judgement, to be tuned on real trainees, but where a source is named. Published in docs/practice.md.
 */
export const practiceConfig = {
  heat: {
    /** The lowest heat of each intensity. */
    from: { calm: 0, annoyed: 0.25, angry: 0.5, peak: 0.75 } satisfies Record<Intensity, number>,
    /** Where a caller of a given intensity begins. */
    start: { calm: 0.15, annoyed: 0.38, angry: 0.62, peak: 0.85 } satisfies Record<Intensity, number>,
    /** A second wave brings the caller up to this at least. */
    surge: 0.6,
    perTalkOver: 0.12,
    /** A caller who is this hot and heated further gives up. */
    top: 0.95,
    perLongSilence: 0.04,
  },
  /** Change of heat by an answer, as the sum of four parts; a positive sum makes it worse. */
  answer: {
    /** By effort. One category of vocal effort is 5–11 dB. */
    effort: [
      [0, -0.1],
      [softEffortDb.high, -0.05],
      [loudEffortDb, 0.05],
      [softEffortDb.high + effortCategoryDb, 0.12],
    ] satisfies Knots,
    /** By rate over the baseline's. Changes under 5 % are not noticed (Quené 2007). */
    pace: [
      [1, -0.04],
      [easyPaceFactors.high, -0.02],
      [1.25, 0.05],
      [1.5, 0.08],
    ] satisfies Knots,
    /** By seconds from the caller's last word to the answer. Gaps average 0.2 s, planning takes 0.6 s (Levinson & Torreira 2015). */
    gap: [
      [-0.5, 0.08],
      [hastyResponseSeconds, 0.04],
      [goodResponseSeconds.low, -0.02],
      [0.6, -0.04],
      [2, -0.04],
      [3.5, 0],
      [6, 0.06],
    ] satisfies Knots,
    /** At the peak, silence is given this much longer. */
    peakPatienceSeconds: 0.4,
    /** By seconds of speech in the answer. */
    length: [
      [0.5, 0.03],
      [1.5, -0.02],
      [12, -0.02],
      [20, 0.06],
      [40, 0.12],
    ] satisfies Knots,
    soothedBelow: -0.05,
    provokedAbove: 0.05,
  },
  timing: {
    /** Speech over the caller counts as talking over when the cue "let them finish" comes. Quiet words may be an "I see". */
    talkOverSeconds: cues.letThemFinish.overlapSeconds,
    backchannelSeconds: cues.letThemFinish.backchannelOverlapSeconds,
    backchannelEffortDb: cues.letThemFinish.backchannelEffortDb,
    /** Talking into the last bit of a line is an eager answer, not an interruption. */
    terminalSeconds: turns.terminalOverlapSeconds,
    /** Silences this short are part of the same speech over the caller. */
    overlapSilenceSeconds: 0.4,
    /** By how much the caller raises the voice at once when somebody speaks over it. */
    raiseDb: 4,
    /** Silence that ends an answer, and one of less than `briefAnswerSeconds`. */
    answerEndSeconds: 0.8,
    briefAnswerSeconds: 1,
    briefAnswerEndSeconds: 2,
    longSilenceSeconds: 6,
    /** How long an answer may be before the caller cuts in. */
    patienceSeconds: { calm: 40, annoyed: 25, angry: 16, peak: 12 } satisfies Record<Intensity, number>,
    /** How soon the caller speaks after an answer, and by how much chance varies it. */
    replySeconds: { calm: 0.7, annoyed: 0.5, angry: 0.3, peak: 0.2 } satisfies Record<Intensity, number>,
    replyJitterSeconds: 0.1,
    /** The caller waits this long for a greeting before speaking first. */
    greetingSeconds: 1.5,
    /** A voice of the system that does not say when it has finished is waited for so long. Voices speak 12–18 characters a second. */
    slowestCharactersPerSecond: 8,
    lineMarginSeconds: 3,
    /** Time to stop after the caller took the floor: by cutting in, or by answering a talk-over. */
    yieldSeconds: 1.5,
  },
  /** A call that led nowhere by now is over. */
  maxTurns: 16,
  /** What a level adds: soothing works less, provoking works more, as factors per level above 1. */
  level: { max: 5, soothing: -0.07, provoking: 0.1 },
} as const;
