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
 * The defaults of practice: times in seconds, effort in dB compared with the trainee's baseline, heat 0…1. Those without
 * a source are judgement, to be tuned with real trainees. Published in docs/practice.md.
 */
export const practiceConfig = {
  heat: {
    /** The lowest heat of each intensity. */
    from: { calm: 0, annoyed: 0.25, angry: 0.5, peak: 0.75 } satisfies Record<Intensity, number>,
    /** Heat of a caller who starts with that intensity. */
    start: { calm: 0.15, annoyed: 0.38, angry: 0.62, peak: 0.85 } satisfies Record<Intensity, number>,
    /** A second wave raises the heat to at least this. */
    surge: 0.6,
    perTalkOver: 0.12,
    /** A caller who gets angrier above this gives up. */
    top: 0.95,
    perLongSilence: 0.04,
  },
  /** Change of heat by an answer: the sum of four parts, where positive is worse. */
  answer: {
    /** By effort. One category of vocal effort is 5–11 dB. */
    effort: [
      [0, -0.1],
      [softEffortDb.high, -0.05],
      [loudEffortDb, 0.05],
      [softEffortDb.high + effortCategoryDb, 0.12],
    ] satisfies Knots,
    /** By rate relative to the baseline's. Changes under 5% go unnoticed (Quené 2007). */
    pace: [
      [1, -0.04],
      [easyPaceFactors.high, -0.02],
      [1.25, 0.05],
      [1.5, 0.08],
    ] satisfies Knots,
    /** By response time. Gaps average 0.2 s, planning takes 0.6 s (Levinson & Torreira 2015). */
    gap: [
      [-0.5, 0.08],
      [hastyResponseSeconds, 0.04],
      [goodResponseSeconds.low, -0.02],
      [0.6, -0.04],
      [2, -0.04],
      [3.5, 0],
      [6, 0.06],
    ] satisfies Knots,
    /** At the peak, response times count as shorter by this. */
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
    /** Speech over the caller counts as a talk-over when the cue "let them finish" appears. Quiet words may be an "I see". */
    talkOverSeconds: cues.letThemFinish.overlapSeconds,
    backchannelSeconds: cues.letThemFinish.backchannelOverlapSeconds,
    backchannelEffortDb: cues.letThemFinish.backchannelEffortDb,
    /** Speech in the last part of a line is an eager answer, not an interruption. */
    terminalSeconds: turns.terminalOverlapSeconds,
    /** Shorter silences don't end speech over the caller. */
    overlapSilenceSeconds: 0.4,
    /** The caller's voice becomes this much louder immediately when the trainee speaks over it. */
    raiseDb: 4,
    /** Silence that ends an answer; after one shorter than `briefAnswerSeconds`, `briefAnswerEndSeconds` do. */
    answerEndSeconds: 0.8,
    briefAnswerSeconds: 1,
    briefAnswerEndSeconds: 2,
    longSilenceSeconds: 6,
    /** Length of an answer at which the caller cuts in. */
    patienceSeconds: { calm: 40, annoyed: 25, angry: 16, peak: 12 } satisfies Record<Intensity, number>,
    /** The caller's response time, varied at random by `replyJitterSeconds`. */
    replySeconds: { calm: 0.7, annoyed: 0.5, angry: 0.3, peak: 0.2 } satisfies Record<Intensity, number>,
    replyJitterSeconds: 0.1,
    /** The caller waits this long for a greeting before speaking first. */
    greetingSeconds: 1.5,
    /** Assumed for a system voice that doesn't report the end of a line. Voices speak 12–18 characters per second. */
    slowestCharactersPerSecond: 8,
    lineMarginSeconds: 3,
    /** Time for the trainee to stop after the caller has taken the floor. */
    yieldSeconds: 1.5,
  },
  /** A call that is not resolved by now ends. */
  maxTurns: 16,
  /** Each level above 1 changes the effect of soothing and provoking answers by these shares. */
  level: { max: 5, soothing: -0.07, provoking: 0.1 },
} as const;
