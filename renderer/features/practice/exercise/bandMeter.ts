import {
  easyPaceFactors,
  isWithin,
  loudEffortDb,
  softEffortDb,
  type TargetRange,
} from '../../../../core/model/targets.ts';

/** A straight scale with a target, from its left end to its right end. */
export interface BandScale {
  readonly low: number;
  readonly high: number;
  readonly target: TargetRange;
  /** The value above which it is more than a little too much. */
  readonly tooMuch: number;
}

/** Vocal effort in dB relative to the usual. */
export const softnessScale: BandScale = {
  low: -16,
  high: 12,
  target: softEffortDb,
  tooMuch: loudEffortDb,
};
/** The rate divided by the target rate. */
export const paceScale: BandScale = {
  low: 0.4,
  high: 1.7,
  target: easyPaceFactors,
  tooMuch: 1.3,
};

/** Returns the position of a value on the scale, 0…100; a value beyond an end is at that end. */
export function percentOf(value: number, { low, high }: BandScale): number {
  return 100 * Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** Returns the index of the word for a value: too little, right, a little too much, too much. */
export function zoneOf(value: number, { target, tooMuch }: BandScale): 0 | 1 | 2 | 3 {
  if (isWithin(value, target)) return 1;
  if (value < target.low) return 0;
  return value < tooMuch ? 2 : 3;
}
