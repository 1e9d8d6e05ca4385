import type { CallReport } from '../model/callReport.ts';
import { type MeasureName, measureNames, measures } from './measures.ts';
import { type MedianSpread, medianSpread } from './spread.ts';

/** One measure of a call beside what it is compared with; null where either does not tell. */
export interface ComparedMeasure {
  readonly measure: MeasureName;
  readonly value: number | null;
  readonly other: number | null;
  readonly difference: number | null;
}

/** Two calls, measure by measure; the difference is `other` − `report`. */
export function compareCalls(report: CallReport, other: CallReport): ComparedMeasure[] {
  return measureNames.map((measure) => {
    const value = measures[measure].of(report);
    const against = measures[measure].of(other);
    return { measure, value, other: against, difference: value === null || against === null ? null : against - value };
  });
}

export interface MeasureAgainstPast {
  readonly measure: MeasureName;
  readonly value: number | null;
  /** Of the calls before; missing for fewer than `LEAST_PAST_CALLS`. */
  readonly past: MedianSpread | undefined;
  /** Where the value stands to the middle half of the past; missing where either is. */
  readonly place: 'below' | 'usual' | 'above' | undefined;
}

/** Fewer calls are no past. */
export const LEAST_PAST_CALLS = 4;

/** A call against the agent's own past, measure by measure. */
export function compareWithPast(report: CallReport, past: readonly CallReport[]): MeasureAgainstPast[] {
  return measureNames.map((measure) => {
    const { of } = measures[measure];
    const value = of(report);
    const values = past.map(of).filter((one) => one !== null);
    const spread = values.length < LEAST_PAST_CALLS ? undefined : medianSpread(values);
    return { measure, value, past: spread, place: placeOf(value, spread) };
  });
}

function placeOf(value: number | null, spread: MedianSpread | undefined): MeasureAgainstPast['place'] {
  if (value === null || !spread) return undefined;
  if (value < spread.q1) return 'below';
  return value > spread.q3 ? 'above' : 'usual';
}
