import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppDatabase } from '../../../../main/storage/appDatabase.ts';

const first = { name: 'first', sql: 'CREATE TABLE a (x INTEGER) STRICT' };
const second = { name: 'second', sql: 'CREATE TABLE b (y INTEGER) STRICT' };

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softspoken-database-'));
  path = join(folder, 'app.db');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function tables(database: AppDatabase): unknown[] {
  return database.sql
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => name);
}

describe('AppDatabase', () => {
  it('applies each migration once, and later ones to what is there', () => {
    const before = AppDatabase.open(path, [first]);
    before.sql.exec('INSERT INTO a VALUES (7)');
    before.close();
    const after = AppDatabase.open(path, [first, second]);
    expect(tables(after)).toEqual(['a', 'b', 'migration', 'row_digest']);
    expect(after.sql.prepare('SELECT x FROM a').get()).toEqual({ x: 7 });
    after.close();
  });

  it('leaves nothing of a migration that fails', () => {
    const broken = { name: 'broken', sql: 'CREATE TABLE c (z INTEGER); NONSENSE' };
    expect(() => AppDatabase.open(path, [first, broken])).toThrow(/NONSENSE/);
    const database = AppDatabase.open(path, [first]);
    expect(tables(database)).toEqual(['a', 'migration', 'row_digest']);
    database.close();
  });

  it('refuses what a newer version has written', () => {
    AppDatabase.open(path, [first, second]).close();
    expect(() => AppDatabase.open(path, [first])).toThrow(/newer version/);
  });

  it('undoes a transaction that throws', () => {
    const database = AppDatabase.open(path, [first]);
    expect(() =>
      database.transaction(() => {
        database.sql.exec('INSERT INTO a VALUES (1)');
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(database.sql.prepare('SELECT count(*) AS n FROM a').get()).toEqual({ n: 0 });
    database.close();
  });

  it('opens with every migration of the app', () => {
    const database = AppDatabase.open(':memory:');
    expect(tables(database)).toContain('settings');
    database.close();
  });
});
