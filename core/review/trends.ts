import {
  type FollowedMeasure,
  type FollowedMeasureId,
  followedValue,
  type MeasuredCall,
} from '../measures/followedMeasures.ts';
import { type MedianSpread, medianSpread } from '../statistics/median.ts';

export interface TrendCall extends MeasuredCall {
  readonly id: string;
  /** ISO date-time with the local offset of the call, which decides its week. */
  readonly startedAt: string;
  /** True if the call was decided by policy or both parties share a channel, so that it says nothing about the voice. */
  readonly isLeftOut: boolean;
}

/** One measure in a week that starts on Monday. */
interface TrendWeek extends MedianSpread {
  /** ISO 8601 week, such as 2026-W19. */
  readonly week: string;
}

export interface Trend {
  readonly measure: FollowedMeasureId;
  /** The spread of all calls, to compare a week with; undefined if no call has a value. */
  readonly own: MedianSpread | undefined;
  /** Weeks with a value, in order. */
  readonly weeks: readonly TrendWeek[];
  /** The best call so far; undefined for measures with a target range, and for fewer than two calls. */
  readonly best: { readonly id: string; readonly value: number } | undefined;
  /** Number of calls with a value. */
  readonly n: number;
}

/** Returns the weekly values of one measure, with the agent's overall median. */
export function trendOf(measure: FollowedMeasure, calls: readonly TrendCall[]): Trend {
  const { id: name, better } = measure;
  const values = calls
    .filter(({ isLeftOut }) => !isLeftOut)
    .flatMap((call) => {
      const value = followedValue(measure, call);
      return value === null ? [] : [{ id: call.id, startedAt: call.startedAt, value }];
    })
    .sort((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt));
  const byWeek = new Map<string, number[]>();
  for (const { startedAt, value } of values) {
    const week = isoWeek(startedAt);
    byWeek.set(week, [...(byWeek.get(week) ?? []), value]);
  }
  const weeks = [...byWeek].map(([week, found]) => ({ week, ...medianSpread(found)! }));
  return {
    measure: name,
    own: medianSpread(values.map(({ value }) => value)),
    weeks: weeks.sort((one, other) => (one.week < other.week ? -1 : 1)),
    best: better === 'within' || values.length < 2 ? undefined : bestOf(values, better),
    n: values.length,
  };
}

/** Returns the first of the best calls. */
function bestOf(calls: readonly NonNullable<Trend['best']>[], better: 'higher' | 'lower'): Trend['best'] {
  const sign = better === 'higher' ? 1 : -1;
  const { id, value } = calls.reduce((best, one) => (sign * (one.value - best.value) > 0 ? one : best));
  return { id, value };
}

const DAY_MS = 86_400_000;

/** Returns the ISO 8601 week of a date-time's local day. Week 1 has the year's first Thursday. */
export function isoWeek(startedAt: string): string {
  const day = Date.parse(`${startedAt.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day)) throw new RangeError(`not a date: ${startedAt}`);
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const thursday = new Date(day + (3 - weekday) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${year}-W${String(week).padStart(2, '0')}`;
}
