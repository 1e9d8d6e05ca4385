import { AppError } from '../../../core/model/appError.ts';
import { type PracticePlan, type PracticeResults, practicePlanSchema } from '../../../core/model/practicePlan.ts';
import { planResults } from '../../../core/practice/planProgress.ts';
import type { Clock } from '../../clock.ts';
import type { AttemptStore } from '../../storage/attemptStore.ts';

/** A coach's plans, and the results that trainees returned to their coach. */
export class PracticePlans {
  readonly #store: AttemptStore;
  readonly #clock: Clock;

  constructor(store: AttemptStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Saves a plan in place of an earlier one with its id. @throws AppError `bad-plan` */
  import(text: string): PracticePlan {
    const plan = parsedPlan(text);
    this.#store.setPlan(plan);
    return plan;
  }

  remove(planId: string): void {
    this.#store.removePlan(planId);
  }

  /** Returns the results for the coach. @throws AppError `no-such-plan` */
  results(planId: string): PracticeResults {
    const plan = this.#store.plans().find((candidate) => candidate.planId === planId);
    if (!plan) throw new AppError('no-such-plan', 'This plan is no longer here. Import its file again.');
    return planResults(plan, this.#store.list(), this.#clock.now().toISOString());
  }

  /** Saves the results that a trainee returned. @param note the message of the pack's maker */
  saveResults(results: PracticeResults, note: string): void {
    // A trainee's first attempt stays the first, so later results replace the earlier ones of the same trainee.
    const resultsId = `${results.planId}/${results.attempts[0]?.attemptId ?? results.exportedAt}`;
    this.#store.setReturnedResults({ resultsId, note, results });
  }

  removeResults(resultsId: string): void {
    this.#store.removeReturnedResults(resultsId);
  }
}

function parsedPlan(text: string): PracticePlan {
  try {
    return practicePlanSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError(
      'bad-plan',
      'This file is not a valid practice plan for this version. Ask your coach for another one.',
      {
        cause,
      },
    );
  }
}
