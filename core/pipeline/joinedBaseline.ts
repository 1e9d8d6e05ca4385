import type { Baseline } from '../model/baseline.ts';

/** The soft reading must be this much softer to say how the alpha ratio follows the level. */
const LEAST_SOFTENING_DB = 3;
/** The published range is 0.42–0.68 dB per dB (Sundberg & Nordenberg 2006); a fit far from it is a fault of the readings. */
const ALPHA_PER_DB = { low: 0.3, high: 0.9 };

/**
 * Whether the microphone passed the difference between two readings on. Gain control that is on evens it out, so where
 * nobody can say whether there is any, a soft reading that arrives softer says that there is none.
 */
export function gainFollowsVoice(normal: Baseline, soft: Baseline): boolean {
  return normal.activeLufs.p50 - soft.activeLufs.p50 >= LEAST_SOFTENING_DB;
}

/**
 * The baseline of two readings of one speaker: the normal one's, with how their alpha ratio follows their level where the
 * soft one can tell.
 */
export function joinedBaseline(normal: Baseline, soft: Baseline | null): Baseline {
  return { ...normal, alphaPerDb: soft && alphaPerDb(normal, soft) };
}

/** dB of alpha ratio per dB of level between two readings; null where they do not differ enough or make no sense. */
function alphaPerDb(normal: Baseline, soft: Baseline): number | null {
  if (!normal.alphaRatioDb || !soft.alphaRatioDb || !gainFollowsVoice(normal, soft)) return null;
  const levelDb = normal.activeLufs.p50 - soft.activeLufs.p50;
  const slope = (normal.alphaRatioDb.p50 - soft.alphaRatioDb.p50) / levelDb;
  return slope >= ALPHA_PER_DB.low && slope <= ALPHA_PER_DB.high ? Math.round(slope * 100) / 100 : null;
}
