import type { CallMeasures } from './callMeasures.ts';
import { measures } from './measures.ts';

/** The measures that trends and comparisons follow from call to call. */
export const followedMeasures = measures.filter((measure) => 'followed' in measure);
export type FollowedMeasure = (typeof followedMeasures)[number];
export type FollowedMeasureId = FollowedMeasure['id'];
export const followedMeasureIds = followedMeasures.map(({ id }) => id);

/** The part of a library row that trends and comparisons need. */
export interface MeasuredCall {
  readonly durationSeconds: number;
  readonly measures: CallMeasures;
}

/** Returns a call's value for trends and comparisons; null if it is missing. */
export function followedValue({ id, followed }: FollowedMeasure, call: MeasuredCall): number | null {
  const value = call.measures[id];
  if (value === null || followed === 'as-is') return value;
  return call.durationSeconds > 0 ? (600 * value) / call.durationSeconds : null;
}
