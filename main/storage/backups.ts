import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { AppDatabase } from './appDatabase.ts';
import { makePrivateDir } from './privateDir.ts';

const kept = { daily: 3, weekly: 3 } as const;
const backupName = /^(daily|weekly)-\d{4}-\d{2}-\d{2}\.db$/;

/** Copies of the database of the last days and weeks. Call keys are not in it, so a copy opens nothing that was erased since. */
export class Backups {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Newest first. */
  files(): string[] {
    if (!existsSync(this.#dir)) return [];
    const day = (name: string) => name.slice(name.indexOf('-') + 1);
    return readdirSync(this.#dir)
      .filter((name) => backupName.test(name))
      .sort((a, b) => day(b).localeCompare(day(a)))
      .map((name) => join(this.#dir, name));
  }

  /** Makes today's copy, and this week's, unless there are such; lets go of the oldest. */
  async rotate(database: AppDatabase, now: Date): Promise<void> {
    await makePrivateDir(this.#dir);
    const daily = this.#path('daily', now);
    if (!existsSync(daily)) {
      const unfinished = `${daily}.new`;
      await backup(database.sql, unfinished);
      renameSync(unfinished, daily);
    }
    const weekly = this.#path('weekly', mondayOf(now));
    if (!existsSync(weekly)) await copyFile(daily, weekly);
    this.#thin('daily');
    this.#thin('weekly');
  }

  /** Erases calls from every copy. A copy that is damaged goes. */
  eraseCalls(callIds: readonly string[]): void {
    for (const path of this.files()) {
      try {
        eraseFrom(path, callIds);
      } catch {
        rmSync(path, { force: true });
      }
    }
  }

  #path(kind: keyof typeof kept, day: Date): string {
    return join(this.#dir, `${kind}-${day.toISOString().slice(0, 10)}.db`);
  }

  #thin(kind: keyof typeof kept): void {
    const prefix = join(this.#dir, `${kind}-`);
    for (const path of this.files()
      .filter((file) => file.startsWith(prefix))
      .slice(kept[kind]))
      rmSync(path);
  }
}

function eraseFrom(path: string, callIds: readonly string[]): void {
  const sql = new DatabaseSync(path);
  try {
    sql.exec('PRAGMA secure_delete = ON');
    const forget = sql.prepare(
      "DELETE FROM row_digest WHERE table_name = 'call' AND row_id IN (SELECT rowid FROM call WHERE id = ?)",
    );
    const erase = sql.prepare('DELETE FROM call WHERE id = ?');
    for (const callId of callIds) {
      forget.run(callId);
      erase.run(callId);
    }
    sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    sql.close();
  }
}

function mondayOf(day: Date): Date {
  const daysSinceMonday = (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() - daysSinceMonday * 86_400_000);
}
