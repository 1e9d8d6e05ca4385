import { type Scenario, scenarioSchema } from '../../core/model/scenario.ts';
import type { AppDatabase } from './appDatabase.ts';

/** A line of a scenario as a file holds it, in a form browsers play. */
export interface OwnClip {
  readonly line: string;
  readonly seconds: number;
  readonly sound: Uint8Array;
}

/** The scenarios people wrote themselves, with the clips that came along. */
export class ScenarioStore {
  readonly #database: AppDatabase;

  constructor(database: AppDatabase) {
    this.#database = database;
  }

  /** In the order in which they first came. */
  list(): readonly Scenario[] {
    const rows = this.#database.sql.prepare('SELECT json FROM practice_scenario ORDER BY rowid').all();
    return rows.map(({ json }) => scenarioSchema.parse(JSON.parse(String(json))));
  }

  /** In place of an earlier one of the same id, whose clips go. */
  set(scenario: Scenario): void {
    const { sql } = this.#database;
    sql.prepare('DELETE FROM practice_clip WHERE scenario = ?').run(scenario.id);
    sql
      .prepare(
        'INSERT INTO practice_scenario (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json',
      )
      .run(scenario.id, JSON.stringify(scenario));
  }

  remove(scenarioId: string): void {
    const { sql } = this.#database;
    sql.prepare('DELETE FROM practice_clip WHERE scenario = ?').run(scenarioId);
    sql.prepare('DELETE FROM practice_scenario WHERE id = ?').run(scenarioId);
  }

  setClip(scenarioId: string, { line, seconds, sound }: OwnClip): void {
    this.#database.sql
      .prepare('INSERT OR REPLACE INTO practice_clip (scenario, line, seconds, sound) VALUES (?, ?, ?, ?)')
      .run(scenarioId, line, seconds, sound);
  }

  /** How long each clip of a scenario plays, by its line. */
  clipSeconds(scenarioId: string): ReadonlyMap<string, number> {
    const rows = this.#database.sql
      .prepare('SELECT line, seconds FROM practice_clip WHERE scenario = ?')
      .all(scenarioId);
    return new Map(rows.map(({ line, seconds }) => [String(line), Number(seconds)]));
  }

  clip(scenarioId: string, line: string): Uint8Array | undefined {
    const row = this.#database.sql
      .prepare('SELECT sound FROM practice_clip WHERE scenario = ? AND line = ?')
      .get(scenarioId, line);
    return row?.['sound'] as Uint8Array | undefined;
  }
}
