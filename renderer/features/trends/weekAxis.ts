import { format } from '../../text/format.ts';

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/**
 * Returns the number of weeks from 1970 to an ISO 8601 week such as 2026-W19.
 *
 * @throws {RangeError} if there is no such week
 */
export function weekNumber(week: string): number {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (year === undefined || number === undefined) throw new RangeError(`Not an ISO 8601 week: ${week}`);
  // The fourth of January is always in week 1.
  const fourth = Date.UTC(Number(year), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs;
  return Math.floor((monday + (Number(number) - 1) * weekMs) / weekMs);
}

/** Returns the date of the week's Monday. */
export function weekName(week: string): string {
  // 1 January 1970 was a Thursday.
  return format.utcDay(new Date(weekNumber(week) * weekMs + 4 * dayMs));
}
