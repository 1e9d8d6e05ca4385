import {
  easyPaceFactors,
  effortCategoryDb,
  goodResponseSeconds,
  melodyToleranceSemitones,
  slowResponseSeconds,
  softEffortDb,
} from '../model/targets.ts';
import { type Knots, piecewiseLinear } from './piecewiseLinear.ts';

/**
 * Credit, 0…1, for one measure of speech. Every score is a mean of credits. Louder, faster or earlier speech never earns
 * more. Published in docs/practice.md.
 */
const credits = {
  /** By effort in dB: 1 for soft speech, 0 from one category of vocal effort above it. */
  soft: [
    [softEffortDb.high, 1],
    [softEffortDb.high + effortCategoryDb, 0],
  ],
  /** By rate relative to the target. */
  pace: [
    [easyPaceFactors.high, 1],
    [1.5, 0],
  ],
  /** By seconds from the caller's last word. */
  wait: [
    [0, 0],
    [goodResponseSeconds.low, 1],
    [slowResponseSeconds, 1],
    [6, 0],
  ],
  /** By distance from the reference in semitones. */
  contour: [
    [melodyToleranceSemitones, 1],
    [5, 0],
  ],
} as const satisfies Record<string, Knots>;

export function softCredit(effortDb: number): number {
  return piecewiseLinear(credits.soft, effortDb);
}

export function paceCredit(paceRatio: number): number {
  return piecewiseLinear(credits.pace, paceRatio);
}

export function waitCredit(gapSeconds: number): number {
  return piecewiseLinear(credits.wait, gapSeconds);
}

export function contourCredit(semitonesOff: number): number {
  return piecewiseLinear(credits.contour, Math.abs(semitonesOff));
}
