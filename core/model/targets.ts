/**
 * The targets for loudness, pace, pitch and response time, used by measures, gauges, cues, practice, reports and exports.
 * Sources: docs/metrics.md#targets.
 */

/** A range that includes both of its ends. */
export interface TargetRange {
  readonly low: number;
  readonly high: number;
}

export function isWithin(value: number, { low, high }: TargetRange): boolean {
  return value >= low && value <= high;
}

/** Soft speech: dB of vocal effort compared with the agent's usual. Below it a caller may not hear the agent. */
export const softEffortDb = { low: -10, high: 2 } as const;

/** Loud speech: dB of vocal effort above the agent's usual. Between soft and loud, a voice is a little loud. */
export const loudEffortDb = 4;

/** dB from the loudest soft speech to speech that is one category of vocal effort louder. */
export const effortCategoryDb = 6;

/** An easy pace, as factors of the agent's usual rate. */
export const easyPaceFactors = { low: 0.75, high: 1.1 } as const;

/** Fast speech in syllables per second if the agent's usual rate is not known. */
export const absoluteFastRate = 4.8;

/** Syllables per second that are assumed while the agent's usual rate is not known. */
export const assumedUsualRate = absoluteFastRate / easyPaceFactors.high;

/** Returns an easy pace in syllables per second. @param usualRate the agent's, if it is known */
export function easyPace(usualRate: number | null | undefined): TargetRange {
  const usual = usualRate ?? assumedUsualRate;
  return { low: easyPaceFactors.low * usual, high: easyPaceFactors.high * usual };
}

/** Share of the agent's speech that should be soft, and at an easy pace. */
export const goodShare = 0.8;

/** A good response time: seconds from the caller's last word to the agent's first. */
export const goodResponseSeconds = { low: 0.4, high: 1.2 } as const;

/** Response times under this are hasty. Seconds. */
export const hastyResponseSeconds = 0.2;

/** Response times over this are slow. Seconds. */
export const slowResponseSeconds = 3;

/** An even pitch: semitones from the agent's usual. */
export const evenPitchSemitones = { low: -2, high: 2 } as const;

/** A melody is followed while the pitch is within this many semitones of it. */
export const melodyToleranceSemitones = 1.5;
