import {
  type Exercise,
  exerciseKey,
  type PracticeAttempt,
  practiceAttemptSchema,
} from '../../core/model/practiceAttempt.ts';
import {
  type PracticePlan,
  type PracticeResults,
  practicePlanSchema,
  practiceResultsSchema,
} from '../../core/model/practicePlan.ts';
import type { CardState } from '../../core/practice/cardSchedule.ts';
import type { AppDatabase } from './appDatabase.ts';

/** What is kept of the practice from run to run: attempts, where the cards stand, plans, results of trainees. */
export class AttemptStore {
  readonly #database: AppDatabase;

  constructor(database: AppDatabase) {
    this.#database = database;
  }

  add(attempt: PracticeAttempt): void {
    this.#database.sql
      .prepare('INSERT INTO practice_attempt (id, exercise, startedAt, json) VALUES (?, ?, ?, ?)')
      .run(attempt.attemptId, exerciseKey(attempt.exercise), attempt.startedAt, JSON.stringify(attempt));
  }

  get(attemptId: string): PracticeAttempt | undefined {
    const row = this.#database.sql.prepare('SELECT json FROM practice_attempt WHERE id = ?').get(attemptId);
    return row && parsed(row);
  }

  /** Every attempt in time, or those at one exercise. */
  list(exercise?: Exercise): readonly PracticeAttempt[] {
    const { sql } = this.#database;
    const rows = exercise
      ? sql
          .prepare('SELECT json FROM practice_attempt WHERE exercise = ? ORDER BY startedAt, rowid')
          .all(exerciseKey(exercise))
      : sql.prepare('SELECT json FROM practice_attempt ORDER BY startedAt, rowid').all();
    return rows.map(parsed);
  }

  cards(): readonly CardState[] {
    return this.#database.sql
      .prepare('SELECT id, box, dueOn FROM practice_card')
      .all()
      .map(({ id, box, dueOn }) => ({ cardId: String(id), box: Number(box), dueOn: String(dueOn) }));
  }

  setCard({ cardId, box, dueOn }: CardState): void {
    this.#database.sql
      .prepare('INSERT OR REPLACE INTO practice_card (id, box, dueOn) VALUES (?, ?, ?)')
      .run(cardId, box, dueOn);
  }

  /** Oldest first. */
  plans(): readonly PracticePlan[] {
    const rows = this.#database.sql.prepare('SELECT json FROM practice_plan ORDER BY rowid').all();
    return rows.map(({ json }) => practicePlanSchema.parse(JSON.parse(String(json))));
  }

  setPlan(plan: PracticePlan): void {
    this.#database.sql
      .prepare('INSERT OR REPLACE INTO practice_plan (id, json) VALUES (?, ?)')
      .run(plan.planId, JSON.stringify(plan));
  }

  removePlan(planId: string): void {
    this.#database.sql.prepare('DELETE FROM practice_plan WHERE id = ?').run(planId);
  }

  /** What trainees sent back, oldest first. */
  returnedResults(): readonly ReturnedResults[] {
    const rows = this.#database.sql.prepare('SELECT id, note, json FROM practice_results ORDER BY rowid').all();
    return rows.map(({ id, note, json }) => ({
      resultsId: String(id),
      note: String(note),
      results: practiceResultsSchema.parse(JSON.parse(String(json))),
    }));
  }

  setReturnedResults({ resultsId, note, results }: ReturnedResults): void {
    this.#database.sql
      .prepare('INSERT OR REPLACE INTO practice_results (id, note, json) VALUES (?, ?, ?)')
      .run(resultsId, note, JSON.stringify(results));
  }

  removeReturnedResults(resultsId: string): void {
    this.#database.sql.prepare('DELETE FROM practice_results WHERE id = ?').run(resultsId);
  }
}

/** Results as a trainee sent them, with what they wrote along. */
export interface ReturnedResults {
  readonly resultsId: string;
  readonly note: string;
  readonly results: PracticeResults;
}

function parsed({ json }: Record<string, unknown>): PracticeAttempt {
  return practiceAttemptSchema.parse(JSON.parse(String(json)));
}
