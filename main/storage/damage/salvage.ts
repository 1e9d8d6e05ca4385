import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { columnsOf, digestOfRow } from './rowDigests.ts';

type Row = Record<string, SQLOutputValue>;

const rowIdRow = z.object({ rowid: z.number() });
const digestRow = z.object({ row_id: z.number(), digest: z.string() });

/** What a damaged database still holds of one table. */
export interface SalvagedTable {
  /** Rows that are as they were written, with their rowid as `rowid`. */
  readonly rows: readonly Row[];
  /** No row is missing: there is nothing to look for elsewhere. */
  readonly complete: boolean;
}

/** Reads what can be read of a table and keeps what its digests prove right. Never throws of damage. */
export function salvageTable(sql: DatabaseSync, table: string): SalvagedTable {
  const columns = attempt(() => columnsOf(sql, table)) ?? [];
  if (columns.length === 0) return { rows: [], complete: false };
  const { digests, all } = readDigests(sql, table);
  const found = new Map<number, Row>();
  // From both ends: a damaged page stops each of them, and what lies between two damaged pages is lost.
  let unbroken = true;
  for (const direction of ['ASC', 'DESC']) {
    unbroken &&= readRows(
      sql,
      `SELECT rowid AS rowid, ${columns.join(', ')} FROM ${table} NOT INDEXED ORDER BY rowid ${direction}`,
      found,
    );
  }
  for (const rowId of digests.keys()) {
    if (!found.has(rowId)) {
      readRows(
        sql,
        `SELECT rowid AS rowid, ${columns.join(', ')} FROM ${table} NOT INDEXED WHERE rowid = ${rowId}`,
        found,
      );
    }
  }
  const rows = [...found]
    .filter(([rowId, row]) => digests.get(rowId) === digestOfRow([rowId, ...columns.map((name) => row[name] ?? null)]))
    .map(([, row]) => row);
  return { rows, complete: unbroken && all && rows.length === digests.size && rows.length === found.size };
}

/** Puts rows into a table, but where there is one with the same key. Returns how many were put in. */
export function insertMissing(sql: DatabaseSync, table: string, rows: readonly Row[]): number {
  const columns = ['rowid', ...columnsOf(sql, table)];
  let inserted = 0;
  for (const row of rows) {
    const known = Object.entries(row).filter(([name]) => columns.includes(name));
    const names = known.map(([name]) => name).join(', ');
    const statement = `INSERT OR IGNORE INTO ${table} (${names}) VALUES (${known.map(() => '?').join(', ')})`;
    inserted += Number(sql.prepare(statement).run(...known.map(([, value]) => value)).changes);
  }
  return inserted;
}

function readDigests(sql: DatabaseSync, table: string): { digests: Map<number, string>; all: boolean } {
  const digests = new Map<number, string>();
  let all = true;
  for (const direction of ['ASC', 'DESC']) {
    const whole = attempt(() => {
      const read = `SELECT row_id, digest FROM row_digest WHERE table_name = ? ORDER BY row_id ${direction}`;
      for (const row of sql.prepare(read).iterate(table)) {
        const { row_id, digest } = digestRow.parse(row);
        digests.set(row_id, digest);
      }
      return true;
    });
    all &&= whole === true;
  }
  return { digests, all };
}

/** False where damage stopped it. */
function readRows(sql: DatabaseSync, select: string, into: Map<number, Row>): boolean {
  const whole = attempt(() => {
    for (const row of sql.prepare(select).iterate()) into.set(rowIdRow.parse(row).rowid, row);
    return true;
  });
  return whole === true;
}

/** Undefined where SQLite meets damage: whatever it says of it, what was read until then has been read. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
