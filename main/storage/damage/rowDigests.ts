import { hash } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { readRows } from '../readRows.ts';

const nameRow = z.object({ name: z.string() });

/**
 * SQLite does not notice when a byte inside a value changes. So every row of every table has a digest in a table of its own, which
 * triggers keep up; a row whose digest does not fit is damaged. Tables need rowids, and a VACUUM must not renumber them.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS row_digest (
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (table_name, row_id)
  ) STRICT, WITHOUT ROWID;
`;

/** Digests every row anew: after the schema has changed. */
export function rebuildRowDigests(sql: DatabaseSync): void {
  sql.exec(`${schema} DELETE FROM row_digest;`);
  defineDigest(sql);
  for (const { table, digestOf } of digestedTables(sql)) {
    sql.exec(`INSERT INTO row_digest SELECT '${table}', rowid, ${digestOf('')} FROM ${table}`);
  }
}

/** Keeps the digests up with every change that this connection makes from now on. */
export function keepRowDigests(sql: DatabaseSync): void {
  defineDigest(sql);
  // Else what REPLACE deletes goes unnoticed.
  sql.exec('PRAGMA recursive_triggers = ON');
  for (const { table, digestOf } of digestedTables(sql)) {
    const forget = `DELETE FROM row_digest WHERE table_name = '${table}' AND row_id = old.rowid;`;
    const note = `INSERT OR REPLACE INTO row_digest VALUES ('${table}', new.rowid, ${digestOf('new.')});`;
    sql.exec(`
      CREATE TEMP TRIGGER digest_${table}_insert AFTER INSERT ON main.${table} BEGIN ${note} END;
      CREATE TEMP TRIGGER digest_${table}_update AFTER UPDATE ON main.${table} BEGIN ${forget} ${note} END;
      CREATE TEMP TRIGGER digest_${table}_delete AFTER DELETE ON main.${table} BEGIN ${forget} END;
    `);
  }
}

/** False in a database from before there were digests. */
export function hasRowDigests(sql: DatabaseSync): boolean {
  return sql.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'row_digest'").get() !== undefined;
}

/** Whether pages, indexes and every row are as they were written. */
export function isSound(sql: DatabaseSync): boolean {
  try {
    const verdict = sql.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'];
    return verdict === 'ok' && (!hasRowDigests(sql) || rowsFitDigests(sql));
  } catch {
    // Whatever SQLite stumbles over is damage.
    return false;
  }
}

function rowsFitDigests(sql: DatabaseSync): boolean {
  defineDigest(sql);
  return digestedTables(sql).every(({ table, digestOf }) => {
    const found = sql
      .prepare(
        `SELECT count(*) AS rows, coalesce(sum(digest IS NOT ${digestOf('row.')}), 0) AS wrong
         FROM ${table} AS row LEFT JOIN row_digest ON table_name = '${table}' AND row_id = row.rowid`,
      )
      .get()!;
    const noted = sql.prepare('SELECT count(*) AS rows FROM row_digest WHERE table_name = ?').get(table)!;
    return found['wrong'] === 0 && found['rows'] === noted['rows'];
  });
}

/** The digest of one row's values, its rowid first. */
export function digestOfRow(values: readonly SQLOutputValue[]): string {
  const text = JSON.stringify(values, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
  return hash('sha256', text, 'base64url').slice(0, 16);
}

/** Columns of a table in their order, quoted by nobody: the names are our own. */
export function columnsOf(sql: DatabaseSync, table: string): string[] {
  return readRows(sql, nameRow, 'SELECT name FROM pragma_table_info(?)', table).map(({ name }) => name);
}

/** Tables whose rows have digests. */
export function tablesOf(sql: DatabaseSync): string[] {
  const query =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'row_digest'";
  return readRows(sql, nameRow, query).map(({ name }) => name);
}

function digestedTables(sql: DatabaseSync) {
  return tablesOf(sql).map((table) => {
    const columns = columnsOf(sql, table);
    return {
      table,
      digestOf: (prefix: string) => `digest_of(${['rowid', ...columns].map((name) => prefix + name).join(', ')})`,
    };
  });
}

function defineDigest(sql: DatabaseSync): void {
  sql.function('digest_of', { varargs: true, deterministic: true }, (...values) => digestOfRow(values));
}
