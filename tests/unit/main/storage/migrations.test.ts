import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppDatabase } from '../../../../main/storage/appDatabase.ts';
import { sealText } from '../../../../main/storage/calls/callText.ts';
import { openDatabase } from '../../../../main/storage/damage/openDatabase.ts';
import { type Migration, migrations } from '../../../../main/storage/migrations.ts';
import { KeyRing } from '../../../../main/storage/sealing/keyRing.ts';
import { testLibrary } from '../../../support/testLibrary.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softspoken-migrations-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a database with a column for each measure', () => {
  it('keeps every call and every measure, and has the calls measured again', () => {
    const path = join(folder, 'app.db');
    const keys = KeyRing.inMemory();
    const before = AppDatabase.open(path, migrationsBefore('measures in one column'));
    const insert = before.sql.prepare(
      `INSERT INTO call (id, kind, state, run, roles, text, startedAt, endedAt, durationSeconds, hasAudio,
         softShare, medianResponseGapSeconds, customerInterruptions)
       VALUES (?, 'file', 'complete', 'run-1-a', '["agent"]', ?, '2026-03-02T14:00:00Z', '2026-03-02T14:01:00Z', 60, 1, ?, ?, ?)`,
    );
    for (const [callId, values] of [
      ['erased', [0.1, 0.2, 3]],
      ['one', [0.71, -0.25, 2]],
      ['two', [null, null, null]],
    ] as const) {
      keys.create(callId);
      insert.run(callId, sealText(keys, callId, { title: callId, agent: null, tags: [], followUpOn: null }), ...values);
    }
    before.sql.exec("DELETE FROM call WHERE id = 'erased'");
    before.close();

    const database = AppDatabase.open(path);
    const { calls } = testLibrary(database, folder, { keys });
    expect(calls.get('one')).toMatchObject({
      title: 'one',
      state: 'complete',
      durationSeconds: 60,
      hasAudio: true,
      measures: {
        softShare: 0.71,
        medianResponseSeconds: -0.25,
        callerInterruptions: 2,
        talkShare: null,
        agentSpeechSeconds: null,
      },
    });
    expect(calls.get('two').measures.softShare).toBeNull();
    expect(calls.withOtherMeasures()).toEqual(['one', 'two']);
    expect(database.isSound()).toBe(true);
    database.close();
  });
});

describe('a database with calls in the state “unkept”', () => {
  const insert = `INSERT INTO call (id, kind, state, roles, text, startedAt, endedAt, durationSeconds, hasAudio)
    VALUES ('one', 'file', 'unkept', '["agent"]', x'', '2026-03-02T14:00:00Z', '2026-03-02T14:01:00Z', 60, 0)`;
  const states = ({ sql }: AppDatabase) => sql.prepare('SELECT state FROM call').all();

  it('has them as previews', () => {
    const path = join(folder, 'app.db');
    const before = AppDatabase.open(path, migrationsBefore('preview calls'));
    before.sql.exec(insert);
    before.close();
    const database = AppDatabase.open(path);
    expect(states(database)).toEqual([{ state: 'preview' }]);
    expect(database.isSound()).toBe(true);
    database.close();
  });

  it('has them as previews even if it is damaged when the new version opens it', () => {
    const path = join(folder, 'app.db');
    const before = AppDatabase.open(path, migrationsBefore('preview calls'));
    before.sql.exec(insert);
    before.sql.exec("DELETE FROM row_digest WHERE table_name = 'migration'");
    before.close();
    const opening = { backups: [], damagedDir: join(folder, 'damaged'), now: new Date(0) };
    const { database, recovery } = openDatabase(path, opening);
    expect(recovery).toMatchObject({ fromDatabase: 1 });
    expect(states(database)).toEqual([{ state: 'preview' }]);
    expect(database.isSound()).toBe(true);
    database.close();
  });
});

function migrationsBefore(name: string): Migration[] {
  return migrations.slice(
    0,
    migrations.findIndex((migration) => migration.name === name),
  );
}
