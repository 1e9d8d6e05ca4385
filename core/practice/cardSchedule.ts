import { type CalendarDay, dayAfter, daysBetween } from './calendarDay.ts';

/** Days until a card is due again, by how often in a row it was known: Leitner's boxes. [J] */
const DAYS_BY_BOX = [1, 3, 7, 16, 35] as const;

/** A trainee's progress with a card. */
export interface CardState {
  readonly cardId: string;
  /** Index into the boxes. */
  readonly box: number;
  readonly dueOn: CalendarDay;
}

/** Returns the state after a review. A card that was not known starts again tomorrow. */
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
 * Returns the cards to review today: due cards, the longest overdue first, then new ones in order.
 *
 * @param cardIds every card, in teaching order
 * @param maxNew most cards to start per day, including those that start again
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
