import {
  type FollowedMeasure,
  type FollowedMeasureId,
  followedValue,
  type MeasuredCall,
} from '../measures/followedMeasures.ts';
import { type MedianSpread, medianSpread } from '../statistics/median.ts';

/** A call of one agent as the trends need it. */
export interface TrendCall extends MeasuredCall {
  readonly id: string;
  /** ISO date-time with the offset of where the call took place: weeks are weeks there. */
  readonly startedAt: string;
  /** It says nothing of the agent’s voice: it turned on policy, or both parties share a channel. */
  readonly isLeftOut: boolean;
}

/** A week of one measure, from Monday on. */
interface TrendWeek extends MedianSpread {
  /** ISO 8601 week, such as 2026-W19. */
  readonly week: string;
}

export interface Trend {
  readonly measure: FollowedMeasureId;
  /** Of all the calls: what a week is held against. Missing where no call tells. */
  readonly own: MedianSpread | undefined;
  /** Weeks with a value, in order. */
  readonly weeks: readonly TrendWeek[];
  /** The best call so far; missing for measures with a target on both sides, and for fewer than two calls. */
  readonly best: { readonly id: string; readonly value: number } | undefined;
  /** Calls that count and tell. */
  readonly n: number;
}

/** One measure week after week against the agent's own median. */
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

/** The first of equals: a best is a best when it is reached. */
function bestOf<V extends { readonly id: string; readonly value: number }>(
  values: readonly V[],
  better: 'higher' | 'lower',
): { readonly id: string; readonly value: number } {
  const sign = better === 'higher' ? 1 : -1;
  const { id, value } = values.reduce((best, one) => (sign * (one.value - best.value) > 0 ? one : best));
  return { id, value };
}

const DAY_MS = 86_400_000;

/** The ISO 8601 week of a date-time's own calendar day: week 1 is the one with the year's first Thursday. */
export function isoWeek(startedAt: string): string {
  const day = Date.parse(`${startedAt.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day)) throw new RangeError(`no date: ${startedAt}`);
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const thursday = new Date(day + (3 - weekday) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${year}-W${String(week).padStart(2, '0')}`;
}
