import type { CalendarDay } from '../../../core/practice/calendarDay.ts';

/** Returns the day of the user's calendar at a moment: in their time zone, not in UTC. */
export function calendarDay(moment: Date): CalendarDay {
  const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
