const MILLISECONDS_A_DAY = 86_400_000;

/** A day of the user's calendar, `YYYY-MM-DD`. */
export type CalendarDay = string;

/** Returns days since 1970. @throws {RangeError} if it is not a day */
function dayNumber(day: CalendarDay): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`"${day}" is not a day`);
  return time / MILLISECONDS_A_DAY;
}

/** Negative if `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return dayNumber(to) - dayNumber(from);
}

export function dayAfter(day: CalendarDay, days: number): CalendarDay {
  return new Date((dayNumber(day) + days) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
