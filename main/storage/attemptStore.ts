import { z } from 'zod';
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
import { jsonColumn, jsonRow } from './columns.ts';

const attemptRow = jsonRow(practiceAttemptSchema);
const planRow = jsonRow(practicePlanSchema);
const cardRow = z.object({ cardId: z.string(), box: z.number(), dueOn: z.string() });
const resultsRow = z.object({ resultsId: z.string(), note: z.string(), results: jsonColumn(practiceResultsSchema) });

/** The practice as stored: attempts, the state of the cards, plans, results returned by trainees. */
export class AttemptStore {
  readonly #database: AppDatabase;

  constructor(database: AppDatabase) {
    this.#database = database;
  }

  add(attempt: PracticeAttempt): void {
    this.#database.run(
      'INSERT INTO practice_attempt (id, exercise, startedAt, json) VALUES (?, ?, ?, ?)',
      attempt.attemptId,
      exerciseKey(attempt.exercise),
      attempt.startedAt,
      JSON.stringify(attempt),
    );
  }

  get(attemptId: string): PracticeAttempt | undefined {
    return this.#database.row(attemptRow, 'SELECT json FROM practice_attempt WHERE id = ?', attemptId);
  }

  /** Attempts at one exercise, or at all of them, in chronological order. */
  list(exercise?: Exercise): readonly PracticeAttempt[] {
    const query = 'SELECT json FROM practice_attempt WHERE exercise = coalesce(?, exercise) ORDER BY startedAt, rowid';
    return this.#database.rows(attemptRow, query, exercise ? exerciseKey(exercise) : null);
  }

  cards(): readonly CardState[] {
    return this.#database.rows(cardRow, 'SELECT id AS cardId, box, dueOn FROM practice_card');
  }

  setCard({ cardId, box, dueOn }: CardState): void {
    this.#database.run('INSERT OR REPLACE INTO practice_card (id, box, dueOn) VALUES (?, ?, ?)', cardId, box, dueOn);
  }

  /** Oldest first. */
  plans(): readonly PracticePlan[] {
    return this.#database.rows(planRow, 'SELECT json FROM practice_plan ORDER BY rowid');
  }

  setPlan(plan: PracticePlan): void {
    this.#database.run(
      'INSERT OR REPLACE INTO practice_plan (id, json) VALUES (?, ?)',
      plan.planId,
      JSON.stringify(plan),
    );
  }

  removePlan(planId: string): void {
    this.#database.run('DELETE FROM practice_plan WHERE id = ?', planId);
  }

  /** Results that trainees returned, oldest first. */
  returnedResults(): readonly ReturnedResults[] {
    const query = 'SELECT id AS resultsId, note, json AS results FROM practice_results ORDER BY rowid';
    return this.#database.rows(resultsRow, query);
  }

  setReturnedResults({ resultsId, note, results }: ReturnedResults): void {
    this.#database.run(
      'INSERT OR REPLACE INTO practice_results (id, note, json) VALUES (?, ?, ?)',
      resultsId,
      note,
      JSON.stringify(results),
    );
  }

  removeReturnedResults(resultsId: string): void {
    this.#database.run('DELETE FROM practice_results WHERE id = ?', resultsId);
  }
}

/** Results as a trainee returned them, with their message. */
export interface ReturnedResults {
  readonly resultsId: string;
  readonly note: string;
  readonly results: PracticeResults;
}
