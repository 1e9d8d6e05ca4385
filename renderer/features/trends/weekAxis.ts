import { format } from '../../text/format.ts';

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** Weeks from 1970 on to an ISO 8601 week such as 2026-W19. @throws {RangeError} for no such week */
export function weekNumber(week: string): number {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (year === undefined || number === undefined) throw new RangeError(`no week: ${week}`);
  // The fourth of January is always in week 1.
  const fourth = Date.UTC(Number(year), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs;
  return Math.floor((monday + (Number(number) - 1) * weekMs) / weekMs);
}

/** The week by its Monday, as people say it. */
export function weekName(week: string): string {
  // 1 January 1970 was a Thursday.
  return format.utcDay(new Date(weekNumber(week) * weekMs + 4 * dayMs));
}
