import type { Baseline } from '../model/baseline.ts';

/** Softness of the soft enrolment needed to tell how the alpha ratio follows the level. */
const LEAST_SOFTENING_DB = 3;
/**
 * The published range is 0.42–0.68 dB per dB (Sundberg & Nordenberg 2006); a fit far outside it is a measurement error.
 */
const ALPHA_PER_DB = { low: 0.3, high: 0.9 };

/**
 * Returns true if the microphone preserved the level difference between two enrolments. Gain control would even it out,
 * so if it is unknown, a soft enrolment that arrives softer proves that there is none.
 */
export function gainFollowsVoice(normal: Baseline, soft: Baseline): boolean {
  return normal.activeLufs.p50 - soft.activeLufs.p50 >= LEAST_SOFTENING_DB;
}

/**
 * Returns the normal enrolment's baseline, with the relation of alpha ratio and level if the soft enrolment reveals it.
 */
export function joinedBaseline(normal: Baseline, soft: Baseline | null): Baseline {
  return { ...normal, alphaPerDb: soft && alphaPerDb(normal, soft) };
}

/** Returns dB of alpha ratio per dB of level between two enrolments; null if they are too similar or implausible. */
function alphaPerDb(normal: Baseline, soft: Baseline): number | null {
  if (!normal.alphaRatioDb || !soft.alphaRatioDb || !gainFollowsVoice(normal, soft)) return null;
  const levelDb = normal.activeLufs.p50 - soft.activeLufs.p50;
  const slope = (normal.alphaRatioDb.p50 - soft.alphaRatioDb.p50) / levelDb;
  return slope >= ALPHA_PER_DB.low && slope <= ALPHA_PER_DB.high ? Math.round(slope * 100) / 100 : null;
}
