import {
  type FollowedMeasureId,
  followedMeasures,
  followedValue,
  type MeasuredCall,
} from '../measures/followedMeasures.ts';
import { type MedianSpread, medianSpread } from '../statistics/median.ts';

/** One measure of a call and of the call it is compared with; null if it is missing. */
export interface ComparedMeasure {
  readonly measure: FollowedMeasureId;
  readonly value: number | null;
  readonly other: number | null;
  readonly difference: number | null;
}

/** Compares two calls measure by measure. The difference is `other` − `call`. */
export function compareCalls(call: MeasuredCall, other: MeasuredCall): ComparedMeasure[] {
  return followedMeasures.map((measure) => {
    const value = followedValue(measure, call);
    const otherValue = followedValue(measure, other);
    const difference = value === null || otherValue === null ? null : otherValue - value;
    return { measure: measure.id, value, other: otherValue, difference };
  });
}

export interface MeasureAgainstPast {
  readonly measure: FollowedMeasureId;
  readonly value: number | null;
  /** The spread of the earlier calls; undefined for fewer than `LEAST_PAST_CALLS`. */
  readonly past: MedianSpread | undefined;
  /** Relative to the middle half of the past values; undefined if either is missing. */
  readonly place: 'below' | 'usual' | 'above' | undefined;
}

/** Fewer earlier calls are too few to compare with. */
export const LEAST_PAST_CALLS = 4;

/** Compares a call with the agent's earlier calls, measure by measure. */
export function compareWithPast(call: MeasuredCall, past: readonly MeasuredCall[]): MeasureAgainstPast[] {
  return followedMeasures.map((measure) => {
    const value = followedValue(measure, call);
    const values = past.map((earlier) => followedValue(measure, earlier)).filter((one) => one !== null);
    const spread = values.length < LEAST_PAST_CALLS ? undefined : medianSpread(values);
    return { measure: measure.id, value, past: spread, place: placeOf(value, spread) };
  });
}

function placeOf(value: number | null, spread: MedianSpread | undefined): MeasureAgainstPast['place'] {
  if (value === null || !spread) return undefined;
  if (value < spread.q1) return 'below';
  return value > spread.q3 ? 'above' : 'usual';
}
