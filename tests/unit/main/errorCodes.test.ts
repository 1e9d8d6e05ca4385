import { readFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { sqliteErrorCode, systemErrorCode } from '../../../main/errorCodes.ts';

describe('error codes', () => {
  it('are those of the operating system and of SQLite', async () => {
    const missing = await readFile('/no/such/file').catch((error: unknown) => error);
    expect([systemErrorCode(missing), sqliteErrorCode(missing)]).toEqual(['ENOENT', undefined]);
    const sql = new DatabaseSync(':memory:');
    sql.exec('CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT; INSERT INTO one VALUES (1)');
    expect(sqliteErrorCode(caught(() => sql.exec('INSERT INTO one VALUES (1)')))).toBe(19);
    sql.close();
  });

  it.each([undefined, null, 'ENOENT', 5, new Error('no code'), { code: 5 }])('are undefined for %s', (error) => {
    expect([systemErrorCode(error), sqliteErrorCode(error)]).toEqual([undefined, undefined]);
  });
});

function caught(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
