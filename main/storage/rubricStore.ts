import { type Rubric, rubricSchema } from '../../core/model/rubric.ts';
import { defaultRubric } from '../../core/review/defaultRubric.ts';
import type { AppDatabase } from './appDatabase.ts';

/** Every version of the team's rubric, so that a score sheet keeps the one it was scored by. */
export class RubricStore {
  readonly #database: AppDatabase;

  constructor(database: AppDatabase) {
    this.#database = database;
  }

  /** The version chosen last; the app's own until one was. */
  current(): Rubric {
    const row = this.#database.sql
      .prepare('SELECT json FROM rubric WHERE chosenAt IS NOT NULL ORDER BY chosenAt DESC, rowid DESC LIMIT 1')
      .get();
    return row ? parsed(row) : defaultRubric;
  }

  get(id: string): Rubric | undefined {
    if (id === defaultRubric.id) return defaultRubric;
    const row = this.#database.sql.prepare('SELECT json FROM rubric WHERE id = ?').get(id);
    return row && parsed(row);
  }

  /** Has calls scored by this one from now on. */
  choose(rubric: Rubric, moment: Date): void {
    this.#database.sql
      .prepare('INSERT OR REPLACE INTO rubric (id, chosenAt, json) VALUES (?, ?, ?)')
      .run(rubric.id, moment.toISOString(), JSON.stringify(rubric));
  }

  /** Keeps a rubric that sheets from elsewhere were scored by. One that is known stays as it is. */
  add(rubric: Rubric): void {
    this.#database.sql
      .prepare('INSERT OR IGNORE INTO rubric (id, json) VALUES (?, ?)')
      .run(rubric.id, JSON.stringify(rubric));
  }
}

function parsed(row: Record<string, unknown>): Rubric {
  return rubricSchema.parse(JSON.parse(String(row['json'])));
}
