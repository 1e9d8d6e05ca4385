import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppDatabase } from '../../../../../main/storage/appDatabase.ts';
import { openDatabase } from '../../../../../main/storage/damage/openDatabase.ts';
import { DamageTrial, damages } from '../../../../support/damagedDatabase.ts';
import { seededRandom } from '../../../../support/signals.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softspoken-damage-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const migration = { name: 'first', sql: 'CREATE TABLE a (x INTEGER PRIMARY KEY, y TEXT) STRICT' };

function open(path: string, backups: readonly string[] = []) {
  const options = { backups, damagedDir: join(folder, 'damaged'), now: new Date(0), migrations: [migration] };
  return openDatabase(path, options);
}

describe('a database that is damaged', () => {
  it('gives no wrong answer, whatever happened to it, and is kept aside', () => {
    const trial = new DamageTrial(join(folder, 'trial'));
    const draw = seededRandom(20_261_122);
    const outcomes = Array.from({ length: 24 }, (_, i) => trial.run(damages[i % damages.length]!, draw));
    expect(outcomes.filter(({ wrongCalls, isPreserved }) => wrongCalls > 0 || !isPreserved)).toEqual([]);
    expect(outcomes.filter(({ noticed, missingCalls }) => !noticed && missingCalls > 0)).toEqual([]);
    expect(outcomes.filter(({ noticed }) => noticed).length).toBeGreaterThan(8);
  });

  it('is not touched, and nothing is said, while it is sound', async () => {
    const path = join(folder, 'app.db');
    const first = open(path);
    first.database.sql.exec("INSERT INTO a VALUES (1, 'one')");
    first.database.close();
    const again = open(path);
    expect(again.recovery).toBeUndefined();
    expect(again.database.sql.prepare('SELECT y FROM a').all()).toEqual([{ y: 'one' }]);
    again.database.close();
    expect(await readdir(folder)).toEqual(['app.db']);
  });

  it('is noticed where one value was changed behind its back', () => {
    const path = join(folder, 'app.db');
    const { database } = open(path);
    database.sql.exec("INSERT INTO a VALUES (1, 'one'), (2, 'two')");
    database.sql.exec('DROP TRIGGER temp.digest_a_update');
    database.sql.exec("UPDATE a SET y = 'eno' WHERE x = 1");
    database.close();
    const { database: recovered, recovery } = open(path);
    expect(recovery).toMatchObject({ fromDatabase: 1, fromBackups: 0, complete: false });
    expect(recovered.sql.prepare('SELECT x, y FROM a').all()).toEqual([{ x: 2, y: 'two' }]);
    recovered.close();
  });

  it('gets what it lost from a backup', async () => {
    const path = join(folder, 'app.db');
    const backup = join(folder, 'backup.db');
    const database = AppDatabase.open(backup, [migration]);
    database.sql.exec("INSERT INTO a VALUES (1, 'one')");
    database.close();
    await writeFile(path, 'no database at all');
    const { database: recovered, recovery } = open(path, [backup]);
    expect(recovery).toMatchObject({ fromDatabase: 0, fromBackups: 1 });
    expect((await stat(join(recovery!.damagedFiles, 'app.db'))).size).toBe(18);
    expect(recovered.sql.prepare('SELECT y FROM a').all()).toEqual([{ y: 'one' }]);
    recovered.close();
  });

  it('brings nothing back from a backup that was deleted since', () => {
    const path = join(folder, 'app.db');
    const backup = join(folder, 'backup.db');
    const old = AppDatabase.open(backup, [migration]);
    old.sql.exec("INSERT INTO a VALUES (1, 'deleted since')");
    old.close();
    const { database } = open(path);
    database.sql.exec("INSERT INTO a VALUES (2, 'two')");
    // An index without a table: damage elsewhere, while this table is whole.
    database.sql.exec("INSERT INTO row_digest VALUES ('nothing', 1, 'x')");
    database.sql.exec("UPDATE migration SET name = 'first' ");
    database.sql.exec("DELETE FROM row_digest WHERE table_name = 'migration'");
    database.close();
    const { database: recovered, recovery } = open(path, [backup]);
    expect(recovery).toMatchObject({ fromDatabase: 1, fromBackups: 0, complete: true });
    recovered.close();
  });
});
