import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppDatabase } from '../../../../main/storage/appDatabase.ts';
import { CallFiles } from '../../../../main/storage/calls/callFiles.ts';
import { CallStore } from '../../../../main/storage/calls/callStore.ts';
import { sealText } from '../../../../main/storage/calls/callText.ts';
import { migrations } from '../../../../main/storage/migrations.ts';
import { KeyRing } from '../../../../main/storage/sealing/keyRing.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softspoken-migrations-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a database with a column for each measure', () => {
  it('keeps every call and every measure, and has the calls measured again', () => {
    const path = join(folder, 'app.db');
    const keys = KeyRing.inMemory();
    const before = AppDatabase.open(
      path,
      migrations.slice(
        0,
        migrations.findIndex(({ name }) => name === 'measures in one column'),
      ),
    );
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
    const store = new CallStore(database, keys, new CallFiles(folder, keys));
    expect(store.get('one')).toMatchObject({
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
    expect(store.get('two')?.measures.softShare).toBeNull();
    expect(store.withOtherMeasures()).toEqual(['one', 'two']);
    expect(database.isSound()).toBe(true);
    database.close();
  });
});
