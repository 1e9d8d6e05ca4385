import { z } from 'zod';
import { type Scenario, scenarioSchema } from '../../core/model/scenario.ts';
import type { AppDatabase } from './appDatabase.ts';
import { bytesColumn, jsonRow } from './columns.ts';

const scenarioRow = jsonRow(scenarioSchema);
const clipLengthRow = z.object({ line: z.string(), seconds: z.number() });
const clipSoundRow = z.object({ sound: bytesColumn });

/** A recorded line of a scenario, in a format that browsers play. */
export interface OwnClip {
  readonly line: string;
  readonly seconds: number;
  readonly sound: Uint8Array;
}

/** Scenarios that people wrote themselves, with their clips. */
export class ScenarioStore {
  readonly #database: AppDatabase;

  constructor(database: AppDatabase) {
    this.#database = database;
  }

  /** In the order in which they were first added. */
  list(): readonly Scenario[] {
    return this.#database.rows(scenarioRow, 'SELECT json FROM practice_scenario ORDER BY rowid');
  }

  /** Replaces an earlier scenario with the same id and removes its clips. */
  set(scenario: Scenario): void {
    this.#database.run('DELETE FROM practice_clip WHERE scenario = ?', scenario.id);
    this.#database.run(
      'INSERT INTO practice_scenario (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json',
      scenario.id,
      JSON.stringify(scenario),
    );
  }

  remove(scenarioId: string): void {
    this.#database.run('DELETE FROM practice_clip WHERE scenario = ?', scenarioId);
    this.#database.run('DELETE FROM practice_scenario WHERE id = ?', scenarioId);
  }

  setClip(scenarioId: string, { line, seconds, sound }: OwnClip): void {
    this.#database.run(
      'INSERT OR REPLACE INTO practice_clip (scenario, line, seconds, sound) VALUES (?, ?, ?, ?)',
      scenarioId,
      line,
      seconds,
      sound,
    );
  }

  /** Length of each clip of a scenario in seconds, by its line. */
  clipSeconds(scenarioId: string): ReadonlyMap<string, number> {
    const query = 'SELECT line, seconds FROM practice_clip WHERE scenario = ?';
    return new Map(this.#database.rows(clipLengthRow, query, scenarioId).map(({ line, seconds }) => [line, seconds]));
  }

  clip(scenarioId: string, line: string): Uint8Array | undefined {
    const query = 'SELECT sound FROM practice_clip WHERE scenario = ? AND line = ?';
    return this.#database.row(clipSoundRow, query, scenarioId, line)?.sound;
  }
}
