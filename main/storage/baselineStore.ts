import { z } from 'zod';
import { type StoredBaseline, storedBaselineSchema } from '../../contract/baselineContract.ts';
import type { AppDatabase } from './appDatabase.ts';
import { jsonColumn } from './columns.ts';

const { device, measuredAt, baseline } = storedBaselineSchema.shape;
const baselineRow = z.object({ device, measuredAt, baseline: jsonColumn(baseline) });
const select = 'SELECT device, measured_at AS measuredAt, json AS baseline FROM baseline';

/** The agent's baselines: one per capture device. */
export class BaselineStore {
  readonly #database: AppDatabase;

  constructor(database: AppDatabase) {
    this.#database = database;
  }

  /** Newest first. */
  list(): StoredBaseline[] {
    return this.#database.rows(baselineRow, `${select} ORDER BY measured_at DESC, device`);
  }

  of(device: string): StoredBaseline | undefined {
    return this.#database.row(baselineRow, `${select} WHERE device = ?`, device);
  }

  /** Replaces the device's earlier baseline. */
  put({ device, measuredAt, baseline }: StoredBaseline): void {
    this.#database.run(
      'INSERT OR REPLACE INTO baseline (device, measured_at, json) VALUES (?, ?, ?)',
      device,
      measuredAt,
      JSON.stringify(baseline),
    );
  }

  remove(device: string): void {
    this.#database.run('DELETE FROM baseline WHERE device = ?', device);
  }
}
