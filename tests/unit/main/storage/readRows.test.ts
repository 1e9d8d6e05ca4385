import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bytesColumn, flagColumn, jsonColumn, jsonRow } from '../../../../main/storage/columns.ts';
import { readRow, readRows } from '../../../../main/storage/readRows.ts';

let sql: DatabaseSync;

beforeEach(() => {
  sql = new DatabaseSync(':memory:');
  sql.exec(`
    CREATE TABLE thing (id INTEGER PRIMARY KEY, flag INTEGER, bytes BLOB, json TEXT) STRICT;
    INSERT INTO thing VALUES (1, 0, x'0102', '[1,2]'), (2, 1, x'03', '[]');
  `);
});
afterEach(() => sql.close());

describe('reading rows', () => {
  const row = z.object({ flag: flagColumn, bytes: bytesColumn, json: jsonColumn(z.array(z.number())) });

  it('gives every column in the type that its schema says', () => {
    expect(readRows(sql, row, 'SELECT * FROM thing ORDER BY id')).toEqual([
      { flag: false, bytes: Uint8Array.of(1, 2), json: [1, 2] },
      { flag: true, bytes: Uint8Array.of(3), json: [] },
    ]);
  });

  it('gives the first row only, or undefined if there is none', () => {
    const numbers = jsonRow(z.array(z.number()));
    expect(readRow(sql, numbers, 'SELECT json FROM thing WHERE id = ?', 1)).toEqual([1, 2]);
    expect(readRow(sql, numbers, 'SELECT json FROM thing WHERE id = ?', 3)).toBeUndefined();
  });

  it('refuses a row of another shape', () => {
    expect(() => readRow(sql, row, 'SELECT flag, bytes FROM thing')).toThrow(z.ZodError);
    expect(() => readRow(sql, z.object({ id: flagColumn }), 'SELECT id FROM thing WHERE id = 2')).toThrow(z.ZodError);
  });
});
