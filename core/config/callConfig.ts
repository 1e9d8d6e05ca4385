import { provisionalSpeechSeconds } from '../model/baseline.ts';
import { absoluteFastRate, easyPaceFactors, evenPitchSemitones, loudEffortDb, softEffortDb } from '../model/targets.ts';

/**
 * Every default of the measures and the coaching, with its source. A call's configuration is fixed when its pipeline is
 * created; the report carries its hash.
 *
 * [lit] literature or standard · [M] measured on labelled speech · [J] judgement, to be tuned on real calls. Units are
 * in the names; rates are syllables per second; times are seconds.
 */
export const defaultCallConfig = {
  level: {
    /** Length of the window of the active level, and the amount of speech needed in it. [J] */
    activeWindowSeconds: 3,
    activeMinSpeechSeconds: 1,
  },
  effort: {
    /** Weights of level, alpha ratio and F0 in the effort. [J] */
    weightsGainTrusted: { level: 0.5, alpha: 0.3, pitch: 0.2 },
    weightsGainNotTrusted: { level: 0, alpha: 0.6, pitch: 0.4 },
    /** dB of alpha ratio per dB of vocal level: 0.42–0.68, Sundberg & Nordenberg 2006. [lit] */
    alphaPerDb: 0.5,
    /** Semitones of F0 per dB of vocal level, Andersson et al. 1996. [lit] */
    semitonesPerDb: 0.4,
    /** F0 exceeds the other parts by at most this much: a high voice that is not loud takes no effort. [M] */
    pitchLeadDb: 2,
    /** The soft share is the share of speech with effort in this band. One category of vocal effort is 5–11 dB. [lit + J] */
    bandDb: softEffortDb,
    provisionalSpeechSeconds,
    worstWindowSeconds: 30,
  },
  rate: {
    /** Amount of speech that the live rate covers, and how far back it looks for it. [J] */
    windowSpeechSeconds: 4,
    lookBackSeconds: 10,
    minSpeechSeconds: 1.5,
    minNuclei: 5,
    /** The band of `paceShare`, as factors of the baseline rate. Quené 2007: listeners do not notice changes under 5%. [lit + J] */
    paceBand: easyPaceFactors,
    /** Used without a personal baseline: 4–5 syll/s is usual articulation. [lit] */
    absoluteFast: absoluteFastRate,
    /** Speech in the long window of the cue "Slower" and of `rushedSpans`. [J] */
    rushedWindowSpeechSeconds: 8,
  },
  turns: {
    pauseMinSeconds: 0.25,
    latchSeconds: 0.12,
    overlapMinSeconds: 0.12,
    backchannelMaxSeconds: 1.0,
    /** IPUs of one speaker at most this far apart form a group: one attempt to speak. [J] */
    groupSilenceSeconds: 0.5,
    /**
     * A longer silence gives up the floor: the other's short word is a backchannel before it, and a turn after it. [J]
     */
    keptFloorSilenceSeconds: 1.0,
    /** Without the other party's audio, a longer silence ends a turn, because the other may have spoken in it. [J] */
    loneTurnSilenceSeconds: 1.5,
    terminalOverlapSeconds: 0.5,
    /** Least speech of the other before an interruption, and its least overlap. [J] */
    interruptionFloorSeconds: 1.0,
    interruptionOverlapSeconds: 0.5,
    interruptionYieldSeconds: 2,
    interruptionHoldSeconds: 1,
    deadAirSeconds: 4,
    /** Response times that count as a deliberate pause. [J] */
    pauseKeptSeconds: { low: 1, high: 3 },
  },
  floor: {
    almostSeconds: 0.3,
    /** Silence before YOUR TURN: after a long turn, after a short turn, and at the height of a wave. [J] */
    afterLongTurnSeconds: 0.7,
    afterShortTurnSeconds: 0.5,
    atWaveSeconds: 1.0,
    longTurnSeconds: 2,
    /** Number of the caller's pauses needed to adapt to them, up to 1.2 s (Levinson & Torreira 2015). [lit] */
    adaptAfterPauses: 8,
    adaptPercentile: 0.9,
    /** Number of latest pauses that count, so that the light follows the caller. [J] */
    adaptOverPauses: 40,
    maxSeconds: 1.2,
  },
  wave: {
    minIpuSeconds: 0.6,
    /** A longer IPU is cut into slices of this length, so that the wave moves while the caller is still speaking. [J] */
    sliceSeconds: 1.5,
    /** Amount of the caller's first speech that percentiles refer to. [J] */
    referenceSpeechSeconds: 30,
    minSpeechSeconds: 15,
    /** Anger in labelled calls is louder and higher, not faster; level counts little because of far-end gain control. [M] */
    weights: { pitch: 0.4, highFrequency: 0.4, level: 0.15, rate: 0.05 },
    fastSeconds: 6,
    slowSeconds: 40,
    risingLead: 0.15,
    risingSlopePerSecond: 0.015,
    risingHoldSeconds: 4,
    peakFloor: 0.5,
    peakPercentile: 0.85,
    recedingSlopePerSecond: -0.015,
    recedingDrop: 0.2,
    dwellSeconds: 6,
    reactivityWindowSeconds: 10,
  },
  cues: {
    /** Least time between two cues; less before "Let them finish". Rhema, IUI 2015: sparse cues every 20 s. [lit] */
    spacingSeconds: 20,
    sameKindSpacingSeconds: 45,
    maxPerMinute: 3,
    shownSeconds: 4,
    /** A cue was ignored if its condition holds this long after it disappeared, in the condition's own time. [J] */
    ignoredAfterSeconds: 4,
    ignoredBeforeRest: 3,
    restSeconds: 180,
    /** Time for which a condition must be absent to count as over, in its own time. [J] */
    offSeconds: 0.5,
    /** Effort in dB; times in seconds of speech. [lit + J] */
    softer: { on: loudEffortDb, off: softEffortDb.high, onSeconds: 1.5 },
    louder: { on: softEffortDb.low, off: -8, onSeconds: 1.5 },
    /** Factors of the baseline rate over the rushed window. */
    slower: { on: easyPaceFactors.high, off: 1.0, onSeconds: 3 },
    pitchRaised: { on: evenPitchSemitones.high, off: 1.5, onSeconds: 8 },
    /**
     * Seconds of overlap. A voice that is quiet from its first word may be a backchannel, which is allowed longer. The
     * effort is that of the last 400 ms rather than of 3 s, so it does not measure soft speech. [J]
     */
    letThemFinish: { overlapSeconds: 0.6, backchannelOverlapSeconds: 1.0, backchannelEffortDb: -2 },
    deadAirSeconds: 6,
    /** A cue marked wrong moves the threshold of its kind by one step, in the unit of its metric, at most `maxSteps` times. [J] */
    thresholdSteps: {
      'let-them-finish': { step: 0.2, maxSteps: 5 },
      softer: { step: 1, maxSteps: 6 },
      slower: { step: 0.03, maxSteps: 5 },
      'dead-air': { step: 1, maxSteps: 6 },
      'pitch-raised': { step: 0.5, maxSteps: 6 },
      hold: { step: 0.08, maxSteps: 5 },
      louder: { step: -1, maxSteps: 6 },
    },
    /** Times and distances grow by `factor` after every stretch of calm speech, at most `maxSteps` times. [J] */
    fading: { calmSpeechSeconds: 120, factor: 1.5, maxSteps: 2 },
  },
  /** The agent's choices in the settings. */
  cueChoices: {
    isShown: true,
    enabled: {
      'let-them-finish': true,
      softer: true,
      slower: true,
      'dead-air': true,
      'pitch-raised': true,
      hold: true,
      louder: true,
    },
    /** Steps by which each threshold has moved. */
    thresholdSteps: {
      'let-them-finish': 0,
      softer: 0,
      slower: 0,
      'dead-air': 0,
      'pitch-raised': 0,
      hold: 0,
      louder: 0,
    },
  },
  signalTrust: {
    mutedSeconds: 2,
    minSnrDb: 12,
    clippedShare: 0.001,
    /** The gain has changed if the noise steps by at least this much, and the speech by this share of that step. [M] */
    gainStepDb: 5,
    gainStepSpeechShare: { low: 0.5, high: 2.5 },
    /** A gain that returns to within this distance of its first value counts as unchanged. [J] */
    gainToleranceDb: 3,
  },
  timeline: { stepSeconds: 0.25 },
  /** Live readings per second: a divisor of 100, the frame rate. */
  metrics: { perSecond: 10 },
} as const;

/** A call configuration of any values. */
export type CallConfig = Widen<typeof defaultCallConfig>;
type Widen<T> = T extends number ? number : T extends boolean ? boolean : { readonly [K in keyof T]: Widen<T[K]> };
