import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { z } from 'zod';
import { AppError } from '../../core/model/appError.ts';
import { hasRowDigests, isSound, keepRowDigests, rebuildRowDigests } from './damage/rowDigests.ts';
import { migrations as allMigrations, type Migration } from './migrations.ts';
import { readRow, readRows } from './readRows.ts';

/**
 * The app's one database: WAL, foreign keys on, what is deleted is overwritten, every row has a digest by which damage is found.
 * Stores share it; each owns its tables.
 *
 * Synchronous on purpose: a statement takes microseconds, and what returned has been written.
 */
export class AppDatabase {
  readonly sql: DatabaseSync;

  private constructor(sql: DatabaseSync) {
    this.sql = sql;
  }

  /**
   * Opens the database, makes it where there is none and brings it to the newest schema.
   *
   * @param path a file, or `:memory:`
   * @throws AppError `newer-data` where a newer version of the app has been here
   */
  static open(path: string, migrations: readonly Migration[] = allMigrations): AppDatabase {
    const sql = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 2_000 });
    try {
      sql.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
      const database = new AppDatabase(sql);
      database.#migrate(migrations);
      return database;
    } catch (error) {
      sql.close();
      throw error;
    }
  }

  /** Reads the rows of a query by their schema. @throws ZodError for a row of another shape */
  rows<Row>(row: z.ZodType<Row>, query: string, ...values: readonly SQLInputValue[]): Row[] {
    return readRows(this.sql, row, query, ...values);
  }

  /** Reads the first row; undefined if there is none. @throws ZodError for a row of another shape */
  row<Row>(row: z.ZodType<Row>, query: string, ...values: readonly SQLInputValue[]): Row | undefined {
    return readRow(this.sql, row, query, ...values);
  }

  /** Runs a statement that changes rows and returns how many it changed. */
  run(statement: string, ...values: readonly SQLInputValue[]): number {
    return Number(this.sql.prepare(statement).run(...values).changes);
  }

  /** Runs `change` whole or, where it throws, not at all. */
  transaction<T>(change: () => T): T {
    this.sql.exec('BEGIN IMMEDIATE');
    try {
      const result = change();
      this.sql.exec('COMMIT');
      return result;
    } catch (error) {
      this.sql.exec('ROLLBACK');
      throw error;
    }
  }

  /** Whether pages, indexes and every row are as they were written. Takes about a tenth of a second for 10,000 calls. */
  isSound(): boolean {
    return isSound(this.sql);
  }

  /** Moves everything into the database file and empties the WAL, which otherwise still holds what was deleted. */
  truncateWal(): void {
    this.sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.sql.close();
  }

  #migrate(migrations: readonly Migration[]): void {
    this.sql.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY) STRICT');
    const applied = new Set(
      this.sql
        .prepare('SELECT name FROM migration')
        .all()
        .map(({ name }) => name),
    );
    const unknown = [...applied].filter((name) => !migrations.some((migration) => migration.name === name));
    if (unknown.length > 0) {
      throw new AppError('newer-data', 'A newer version of Softspoken has used this data. Start that version instead.');
    }
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const { name, sql } of missing) {
      this.transaction(() => {
        this.sql.exec(sql);
        this.sql.prepare('INSERT INTO migration (name) VALUES (?)').run(name);
      });
    }
    if (missing.length > 0 || !hasRowDigests(this.sql)) this.transaction(() => rebuildRowDigests(this.sql));
    keepRowDigests(this.sql);
  }
}
