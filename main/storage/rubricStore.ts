import { type Rubric, rubricSchema } from '../../core/model/rubric.ts';
import { defaultRubric } from '../../core/review/defaultRubric.ts';
import type { AppDatabase } from './appDatabase.ts';
import { jsonRow } from './columns.ts';

const rubricRow = jsonRow(rubricSchema);

/** Every version of the team's rubric, so that a score sheet can be read with the version it was scored by. */
export class RubricStore {
  readonly #database: AppDatabase;

  constructor(database: AppDatabase) {
    this.#database = database;
  }

  /** The latest version; the app's default until the team saves its own. */
  current(): Rubric {
    const latest = 'SELECT json FROM rubric WHERE chosenAt IS NOT NULL ORDER BY chosenAt DESC, rowid DESC LIMIT 1';
    return this.#database.row(rubricRow, latest) ?? defaultRubric;
  }

  get(id: string): Rubric | undefined {
    if (id === defaultRubric.id) return defaultRubric;
    return this.#database.row(rubricRow, 'SELECT json FROM rubric WHERE id = ?', id);
  }

  /** Makes this the rubric by which calls are scored from now on. */
  choose(rubric: Rubric, moment: Date): void {
    this.#database.run(
      'INSERT OR REPLACE INTO rubric (id, chosenAt, json) VALUES (?, ?, ?)',
      rubric.id,
      moment.toISOString(),
      JSON.stringify(rubric),
    );
  }

  /** Stores the rubric of imported score sheets. Does nothing if it is stored already. */
  add(rubric: Rubric): void {
    this.#database.run('INSERT OR IGNORE INTO rubric (id, json) VALUES (?, ?)', rubric.id, JSON.stringify(rubric));
  }
}
