import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportRequest } from '../../../../contract/importContract.ts';
import { AppDatabase } from '../../../../main/storage/appDatabase.ts';
import { type FoundRecording, ImportStore } from '../../../../main/storage/importStore.ts';
import { KeyRing } from '../../../../main/storage/sealing/keyRing.ts';

const request: ImportRequest = {
  paths: ['/home/ada/Calls'],
  watches: true,
  roles: ['agent', null],
  baseline: null,
  agent: 'Ada',
  tags: ['spring'],
};
const error = { code: 'not-audio', message: 'This is not a recording.' } as const;

function file(name: string, sizeBytes = 10): FoundRecording {
  return { path: `/home/ada/Calls/${name}`, name, sizeBytes, writtenAtMs: 1_000 };
}

let database: AppDatabase;
let keys: KeyRing;
let store: ImportStore;

beforeEach(() => {
  database = AppDatabase.open(':memory:');
  keys = KeyRing.inMemory();
  store = new ImportStore(database, keys);
  store.add('import', request, [file('a.wav', 1), file('b.wav', 2), file('c.wav', 4)], 'run-1');
});

const next = (...except: number[]) => store.next('import', new Set(except));

describe('what is stored of an import', () => {
  it('is what was asked for, and what has become of each file', () => {
    expect(store.list()).toEqual([{ importId: 'import', request, paused: false, run: 'run-1' }]);
    const [a, b] = [next()!, next(next()!.itemId)!];
    expect([a, b]).toMatchObject([{ name: 'a.wav' }, { name: 'b.wav', path: '/home/ada/Calls/b.wav', sizeBytes: 2 }]);
    store.settle(a.itemId, 'done');
    store.fail('import', b, error);
    expect(store.counts('import')).toEqual({ total: 3, done: 1, duplicates: 0, failed: 1, waitingBytes: 4 });
    expect(store.failures('import', 100)).toEqual([{ name: 'b.wav', error }]);
    store.settle(next()!.itemId, 'duplicate');
    expect(next()).toBeUndefined();
    expect(store.counts('import')).toMatchObject({ duplicates: 1, waitingBytes: 0 });
  });

  it('tells a file it has had from one that has changed since', () => {
    store.settle(next()!.itemId, 'done');
    const knows = store.knows('import');
    expect([file('a.wav', 1), file('b.wav', 2), file('a.wav', 3), file('d.wav')].map(knows)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('says nothing of people, and of a file that is done not even sealed', () => {
    const rows = () =>
      ['import', 'import_item'].flatMap((table) =>
        database.sql
          .prepare(`SELECT * FROM ${table}`)
          .all()
          .flatMap((row) => Object.values(row)),
      );
    const text = rows().map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));
    for (const word of ['Ada', 'ada', 'Calls', 'a.wav', 'spring']) expect(text.join('\n')).not.toContain(word);
    const item = next()!;
    store.settle(item.itemId, 'done');
    expect(database.sql.prepare('SELECT text FROM import_item WHERE id = ?').get(item.itemId)).toEqual({ text: null });
  });

  it('is gone with its key once it is removed', () => {
    store.remove('import');
    expect(store.list()).toEqual([]);
    expect(keys.get('import')).toBeUndefined();
    expect(store.counts('import').total).toBe(0);
  });

  it('is passed over where its key is lost', () => {
    keys.destroy('import');
    expect(store.list()).toEqual([]);
  });
});
