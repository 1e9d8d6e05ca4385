import { type CalendarDay, dayAfter, daysBetween } from './calendarDay.ts';

/** Days until a card comes again, by how often in a row it was known: Leitner's boxes. [J] */
const DAYS_BY_BOX = [1, 3, 7, 16, 35] as const;

/** Where a card stands with its reader. */
export interface CardState {
  readonly cardId: string;
  /** How often in a row it was known, as far as there are boxes. */
  readonly box: number;
  readonly dueOn: CalendarDay;
}

/** The state after a card was looked at. One that was not known begins again, tomorrow. */
export function afterReview(
  cardId: string,
  before: CardState | undefined,
  known: boolean,
  today: CalendarDay,
): CardState {
  const box = known ? Math.min((before?.box ?? -1) + 1, DAYS_BY_BOX.length - 1) : 0;
  return { cardId, box, dueOn: dayAfter(today, DAYS_BY_BOX[box]!) };
}

/**
 * The cards to look at today: those that are due, the longest overdue first, then new ones in their order.
 *
 * @param cardIds every card, in the order of teaching
 * @param maxNew how many may begin on a day; one that was not known begins again
 */
export function dueCards(
  cardIds: readonly string[],
  states: readonly CardState[],
  today: CalendarDay,
  maxNew: number,
): readonly string[] {
  const known = new Map(states.map((state) => [state.cardId, state]));
  const overdue = (id: string) => daysBetween(known.get(id)!.dueOn, today);
  const due = cardIds.filter((id) => known.has(id) && overdue(id) >= 0).sort((a, b) => overdue(b) - overdue(a));
  const begun = states.filter(({ box, dueOn }) => box === 0 && daysBetween(today, dueOn) === DAYS_BY_BOX[0]).length;
  return [...due, ...cardIds.filter((id) => !known.has(id)).slice(0, Math.max(0, maxNew - begun))];
}
