import { type StoredBaseline, storedBaselineSchema } from '../../contract/baselineContract.ts';
import type { AppDatabase } from './appDatabase.ts';

/** The agent's baselines: one per capture device. */
export class BaselineStore {
  readonly #database: AppDatabase;

  constructor(database: AppDatabase) {
    this.#database = database;
  }

  /** Newest first. */
  list(): StoredBaseline[] {
    return this.#database.sql
      .prepare('SELECT device, measured_at, json FROM baseline ORDER BY measured_at DESC, device')
      .all()
      .map(toStored);
  }

  of(device: string): StoredBaseline | undefined {
    const row = this.#database.sql
      .prepare('SELECT device, measured_at, json FROM baseline WHERE device = ?')
      .get(device);
    return row && toStored(row);
  }

  /** Takes the place of the device's earlier one. */
  put({ device, measuredAt, baseline }: StoredBaseline): void {
    this.#database.sql
      .prepare('INSERT OR REPLACE INTO baseline (device, measured_at, json) VALUES (?, ?, ?)')
      .run(device, measuredAt, JSON.stringify(baseline));
  }

  remove(device: string): void {
    this.#database.sql.prepare('DELETE FROM baseline WHERE device = ?').run(device);
  }
}

function toStored(row: Record<string, unknown>): StoredBaseline {
  return storedBaselineSchema.parse({
    device: row['device'],
    measuredAt: row['measured_at'],
    baseline: JSON.parse(String(row['json'])),
  });
}
