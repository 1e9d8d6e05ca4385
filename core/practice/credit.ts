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
 * Credit, 0…1, for one measure of how somebody spoke. Every score is a mean of credits. Louder, faster or earlier never
 * earns more; published in docs/practice.md.
 */
const credits = {
  /** By effort in dB: full for soft speech, none one category of vocal effort above it. */
  soft: [
    [softEffortDb.high, 1],
    [softEffortDb.high + effortCategoryDb, 0],
  ],
  /** By rate over the target. */
  pace: [
    [easyPaceFactors.high, 1],
    [1.5, 0],
  ],
  /** By seconds from the other's last word. */
  wait: [
    [0, 0],
    [goodResponseSeconds.low, 1],
    [slowResponseSeconds, 1],
    [6, 0],
  ],
  /** By semitones from the reference, up or down. */
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
