import type { PracticeProgress as Progress } from '../../../contract/practiceContract.ts';
import { exerciseKey } from '../../../core/model/practiceAttempt.ts';
import { afterReview, dueCards } from '../../../core/practice/cardSchedule.ts';
import { nextLevel } from '../../../core/practice/difficulty.ts';
import { personalBests } from '../../../core/practice/personalBests.ts';
import { planProgress, resultsByExercise } from '../../../core/practice/planProgress.ts';
import { streakDays } from '../../../core/practice/streak.ts';
import type { Clock } from '../../clock.ts';
import type { AttemptStore } from '../../storage/attemptStore.ts';
import { calendarDay } from './calendarDay.ts';
import type { PracticeLibrary } from './practiceLibrary.ts';

/** New cards per day: the agent would read more and forget them. */
const newCardsADay = 2;

/** The agent's progress: attempts, cards and plans as of today. */
export class PracticeProgress {
  readonly #store: AttemptStore;
  readonly #library: PracticeLibrary;
  readonly #clock: Clock;

  constructor(store: AttemptStore, library: PracticeLibrary, clock: Clock) {
    this.#store = store;
    this.#library = library;
    this.#clock = clock;
  }

  async current(): Promise<Progress> {
    const store = this.#store;
    const today = this.#today();
    const attempts = store.list();
    const { cards } = await this.#library.contents();
    const bests = personalBests(attempts);
    const tried = new Map(attempts.map(({ exercise }) => [exerciseKey(exercise), exercise]));
    const exercises = [...tried].map(([key, exercise]) => {
      const own = attempts.filter((attempt) => exerciseKey(attempt.exercise) === key);
      return {
        exercise,
        attempts: own.length,
        level: nextLevel(own),
        best: bests.get(key)?.score ?? null,
        lastScore: own.at(-1)?.score ?? null,
      };
    });
    const days = attempts.map(({ startedAt }) => calendarDay(new Date(startedAt)));
    const cardIds = cards.map(({ id }) => id);
    return {
      streakDays: streakDays(days, today),
      exercises,
      dueCards: [...dueCards(cardIds, store.cards(), today, newCardsADay)],
      plans: store.plans().map((plan) => ({ plan, assignments: [...planProgress(plan, attempts, today)] })),
      returned: store.returnedResults().map(({ resultsId, note, results }) => ({
        resultsId,
        note,
        planTitle: results.planTitle,
        exportedAt: results.exportedAt,
        exercises: [...resultsByExercise(results.attempts)],
      })),
    };
  }

  /** Schedules a card that the agent has just reviewed. */
  reviewCard(cardId: string, known: boolean): void {
    const before = this.#store.cards().find((card) => card.cardId === cardId);
    this.#store.setCard(afterReview(cardId, before, known, this.#today()));
  }

  #today() {
    return calendarDay(this.#clock.now());
  }
}
