import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppDatabase } from '../appDatabase.ts';
import { migrations as allMigrations, type Migration } from '../migrations.ts';
import { isSound, tablesOf } from './rowDigests.ts';
import { insertMissing, salvageTable } from './salvage.ts';

/** What was done about a damaged database. */
export interface DatabaseRecovery {
  /** Folder that holds the damaged files as they were. */
  readonly damagedFiles: string;
  /** Rows recovered from the damaged database, and from backups what it had lost. */
  readonly fromDatabase: number;
  readonly fromBackups: number;
  /** True if every row is there again. */
  readonly complete: boolean;
}

export interface OpenedDatabase {
  readonly database: AppDatabase;
  /** Undefined if nothing was wrong. */
  readonly recovery: DatabaseRecovery | undefined;
}

const siblings = ['', '-wal', '-shm'];

/**
 * Opens the app's database after having checked it from end to end: pages, indexes and every row. A damaged one is set aside
 * as it is and replaced by a new one with the rows that are provably right; missing rows come from the newest backup that has them.
 *
 * @param backups files, newest first
 * @param now names the folder of the damaged files
 * @throws AppError `newer-data`
 */
export function openDatabase(
  path: string,
  options: {
    readonly backups: readonly string[];
    readonly damagedDir: string;
    readonly now: Date;
    readonly migrations?: readonly Migration[];
  },
): OpenedDatabase {
  const { backups, damagedDir, now, migrations = allMigrations } = options;
  if (!existsSync(path) || isSoundFile(path))
    return { database: AppDatabase.open(path, migrations), recovery: undefined };
  const damagedFiles = join(damagedDir, now.toISOString().replaceAll(/[:.]/g, '-'));
  mkdirSync(damagedFiles, { recursive: true, mode: 0o700 });
  for (const suffix of siblings) {
    if (existsSync(path + suffix)) renameSync(path + suffix, join(damagedFiles, basename(path) + suffix));
  }
  const database = AppDatabase.open(path, migrations);
  const found = refill(database, join(damagedFiles, basename(path)), backups);
  for (const { sql, convertsValues } of migrations) if (convertsValues) database.sql.exec(sql);
  return { database, recovery: { damagedFiles, ...found } };
}

/** Read-only, so that a damaged file is kept as it was found. */
function isSoundFile(path: string): boolean {
  const sql = openForReading(path);
  if (!sql) return false;
  try {
    return isSound(sql);
  } finally {
    sql.close();
  }
}

/** Undefined where the file is no database. */
function openForReading(path: string): DatabaseSync | undefined {
  try {
    return new DatabaseSync(path, { readOnly: true });
  } catch {
    return undefined;
  }
}

function refill(database: AppDatabase, damaged: string, backups: readonly string[]) {
  const { sql } = database;
  const tables = tablesOf(sql).filter((table) => table !== 'migration');
  const incomplete = new Set(tables);
  let fromDatabase = 0;
  let fromBackups = 0;
  sql.exec('PRAGMA foreign_keys = OFF');
  [damaged, ...backups].forEach((source, i) => {
    if (incomplete.size === 0) return;
    onCopy(source, (copy) => {
      for (const table of incomplete) {
        const { rows, complete } = salvageTable(copy, table);
        const inserted = database.transaction(() => insertMissing(sql, table, rows));
        if (i === 0) fromDatabase += inserted;
        else fromBackups += inserted;
        if (complete && i === 0) incomplete.delete(table);
      }
    });
  });
  sql.exec('PRAGMA foreign_keys = ON');
  return { fromDatabase, fromBackups, complete: incomplete.size === 0 };
}

/** Opens a copy: opening a database may change it, and this one stays as it is. One that does not open at all has nothing to give. */
function onCopy(path: string, read: (copy: DatabaseSync) => void): void {
  const folder = mkdtempSync(join(dirname(path), 'reading-'));
  try {
    for (const suffix of siblings) {
      if (existsSync(path + suffix)) cpSync(path + suffix, join(folder, `copy.db${suffix}`));
    }
    const copy = openForReading(join(folder, 'copy.db'));
    if (!copy) return;
    try {
      read(copy);
    } finally {
      copy.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
