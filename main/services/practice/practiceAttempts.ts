import type { OpenedAttempt, SavedAttempt } from '../../../contract/practiceContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Exercise, PracticeAttempt } from '../../../core/model/practiceAttempt.ts';
import type { AttemptStore } from '../../storage/attemptStore.ts';
import type { CallList } from '../../storage/calls/callList.ts';
import { audioPath } from '../../storage/calls/callReader.ts';
import type { Exercises } from './exercises.ts';

/** Finished attempts, each with its call while that is in the library. */
export class PracticeAttempts {
  readonly #store: AttemptStore;
  readonly #calls: CallList;
  readonly #exercises: Exercises;

  constructor(store: AttemptStore, calls: CallList, exercises: Exercises) {
    this.#store = store;
    this.#calls = calls;
    this.#exercises = exercises;
  }

  /** Returns the attempts, newest first. */
  list(exercise: Exercise): SavedAttempt[] {
    return this.#store
      .list(exercise)
      .map((attempt) => this.#withCall(attempt))
      .reverse();
  }

  /** @throws AppError `no-such-attempt` */
  async get(attemptId: string): Promise<OpenedAttempt> {
    const found = this.#store.get(attemptId);
    if (!found) throw new AppError('no-such-attempt', 'This attempt is no longer here.');
    return { ...this.#withCall(found), reference: await this.#exercises.reference(found) };
  }

  #withCall(attempt: PracticeAttempt): SavedAttempt {
    const call = attempt.callId === null ? undefined : this.#calls.find(attempt.callId);
    return { ...attempt, callId: call?.callId ?? null, audioUrl: call?.hasAudio ? audioPath(call.callId) : null };
  }
}
