import { type CalendarDay, daysBetween } from './calendarDay.ts';

/** Returns the number of consecutive days with an attempt, up to today or yesterday: today is not over yet. */
export function streakDays(attemptDays: readonly CalendarDay[], today: CalendarDay): number {
  const past = new Set(attemptDays.map((day) => daysBetween(day, today)).filter((ago) => ago >= 0));
  let ago = past.has(0) ? 0 : 1;
  let days = 0;
  for (; past.has(ago); ago++) days += 1;
  return days;
}
