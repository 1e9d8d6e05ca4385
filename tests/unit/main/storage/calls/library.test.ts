import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callQuerySchema } from '../../../../../contract/callContract.ts';
import { type CallMeasures, eachMeasure } from '../../../../../core/measures/callMeasures.ts';
import { measureIds } from '../../../../../core/measures/measures.ts';
import { AppDatabase } from '../../../../../main/storage/appDatabase.ts';
import { CallFiles } from '../../../../../main/storage/calls/callFiles.ts';
import type { NewCall } from '../../../../../main/storage/calls/callWriter.ts';
import type { Library } from '../../../../../main/storage/calls/library.ts';
import { KeyRing } from '../../../../../main/storage/sealing/keyRing.ts';
import { testLibrary } from '../../../../support/testLibrary.ts';

let folder: string;
let database: AppDatabase;
let keys: KeyRing;
let files: CallFiles;
let library: Library;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softspoken-calls-'));
  database = AppDatabase.open(':memory:');
  keys = KeyRing.inMemory();
  files = new CallFiles(join(folder, 'calls'), keys);
  library = testLibrary(database, folder, { keys });
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true, force: true });
});

const noMeasures = eachMeasure(() => null);

function add(callId: string, call: Partial<NewCall> = {}, measures: Partial<CallMeasures> = {}): void {
  const startedAt = call.startedAt ?? new Date('2026-03-02T14:00:00Z');
  library.writer.begin({
    callId,
    kind: 'file',
    title: callId,
    roles: ['agent', 'customer'],
    ...call,
    startedAt,
  });
  library.writer.progress(callId, {
    state: 'complete',
    endedAt: startedAt,
    durationSeconds: 60,
    measures: { ...noMeasures, ...measures },
  });
}

function found(query: Parameters<typeof callQuerySchema.parse>[0]): string[] {
  return library.calls.list(callQuerySchema.parse(query)).calls.map(({ callId }) => callId);
}

describe('the library', () => {
  it('has a column for every measure', () => {
    const measures = eachMeasure((id) => measureIds.indexOf(id) + 0.5);
    add('one', {}, measures);
    expect(library.calls.get('one').measures).toEqual(measures);
  });

  it('lists the newest call first, a page at a time, with the number of all', () => {
    for (let day = 1; day <= 5; day++) add(`day-${day}`, { startedAt: new Date(Date.UTC(2026, 0, day)) });
    const page = library.calls.list(callQuerySchema.parse({ limit: 2, offset: 1 }));
    expect(page.calls.map(({ callId }) => callId)).toEqual(['day-4', 'day-3']);
    expect(page.total).toBe(5);
  });

  it('has a preview in no list, no trend and no sweep, and counts it as unfinished', () => {
    add('kept');
    library.writer.begin({
      callId: 'preview',
      kind: 'live',
      state: 'preview',
      title: 'preview',
      roles: ['agent'],
      startedAt: new Date('2026-03-02T14:00:00Z'),
    });
    expect(found({})).toEqual(['kept']);
    expect(library.calls.latest(null, 10).map(({ callId }) => callId)).toEqual(['kept']);
    expect(library.calls.endedBefore(new Date(), 'all')).toEqual(['kept']);
    expect(library.calls.unfinished()).toEqual([{ callId: 'preview', kind: 'live', state: 'preview', run: 'run-1-a' }]);
  });

  it('lists a live call while it runs, but no recording before it is analysed', () => {
    const startedAt = new Date();
    for (const kind of ['live', 'file'] as const) {
      library.writer.begin({ callId: kind, kind, title: kind, roles: ['agent'], startedAt });
    }
    expect(found({})).toEqual(['live']);
    expect(library.calls.find('live')).toMatchObject({ state: 'running', durationSeconds: 0 });
  });

  it('finds every word of a search in title, agent or tag, whatever its case and accents', () => {
    add('one', { title: 'Order never arrived', agent: 'Zoë Müller', tags: ['refund'] });
    add('two', { title: 'Order twice', agent: 'Sam' });
    expect(found({ search: 'ORDER muller' })).toEqual(['one']);
    expect(found({ search: 'refund' })).toEqual(['one']);
    expect(found({ search: 'order' })).toHaveLength(2);
    expect(found({ search: 'order nothing' })).toEqual([]);
  });

  it('filters by agents, tags, period and the range of any measure', () => {
    add('one', { agent: 'Ana', tags: ['a', 'b'], startedAt: new Date('2026-01-01T00:00:00Z') }, { talkShare: 0.3 });
    add('two', { agent: 'Bo', tags: ['a'], startedAt: new Date('2026-02-01T00:00:00Z') }, { talkShare: 0.6 });
    add('three', { startedAt: new Date('2026-03-01T00:00:00Z') });
    expect(found({ agents: ['Ana', 'Bo'], sortBy: 'title', descending: false })).toEqual(['one', 'two']);
    expect(found({ tags: ['a', 'b'] })).toEqual(['one']);
    expect(found({ from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' })).toEqual(['two']);
    expect(found({ ranges: { talkShare: { min: 0.3, max: 0.5 } } })).toEqual(['one']);
    expect(found({ ranges: { talkShare: { max: 1 }, durationSeconds: { min: 60 } } })).toHaveLength(2);
  });

  it('sorts by anything it lists, what cannot be told last either way', () => {
    add('none');
    add('few', { title: 'b' }, { agentInterruptions: 1 });
    add('many', { title: 'A' }, { agentInterruptions: 7 });
    expect(found({ sortBy: 'agentInterruptions' })).toEqual(['many', 'few', 'none']);
    expect(found({ sortBy: 'agentInterruptions', descending: false })).toEqual(['few', 'many', 'none']);
    expect(found({ sortBy: 'title', descending: false })).toEqual(['many', 'few', 'none']);
  });

  it('changes what is given and keeps the rest, also for the next start', () => {
    add('one', { title: 'Old', agent: 'Ana', tags: ['a'] });
    library.calls.update(['one', 'erased meanwhile'], { title: 'New', agent: null });
    const expected = { title: 'New', agent: null, tags: ['a'] };
    expect(library.calls.find('one')).toMatchObject(expected);
    expect(testLibrary(database, folder, { keys }).calls.get('one')).toMatchObject(expected);
    expect(library.calls.facets()).toEqual({ agents: [], tags: ['a'] });
  });

  it('adds tags to whatever tags each call has, and takes them off', () => {
    add('one', { tags: ['a', 'b'] });
    add('two', { tags: [] });
    library.calls.update(['one', 'two'], { addTags: ['b', 'c'], removeTags: ['a'] });
    expect(library.calls.get('one').tags).toEqual(['b', 'c']);
    expect(library.calls.get('two').tags).toEqual(['b', 'c']);
  });

  it('finds the calls to look at again by a day, until that was done', () => {
    add('none');
    add('due');
    add('later');
    library.calls.update(['due'], { followUpOn: '2026-03-09' });
    library.calls.update(['later'], { followUpOn: '2026-03-10' });
    expect(found({ followUpBy: '2026-03-08' })).toEqual([]);
    expect(found({ followUpBy: '2026-03-09' })).toEqual(['due']);
    library.calls.update(['due'], { title: 'Renamed' });
    expect(library.calls.get('due').followUpOn).toBe('2026-03-09');
    library.calls.update(['due'], { followUpOn: null });
    expect(found({ followUpBy: '2026-03-10' })).toEqual(['later']);
  });

  it('knows a recording again by its content', () => {
    const content = Buffer.alloc(32, 7);
    add('one', { content });
    expect(library.calls.findByContent(content)).toBe('one');
    expect(library.calls.findByContent(Buffer.alloc(32, 8))).toBeUndefined();
  });

  it('writes no name, title or tag in clear', () => {
    add('one', { title: 'Order never arrived', agent: 'Zoë', tags: ['refund'] });
    const row = JSON.stringify(database.sql.prepare('SELECT *, hex(text) AS hex FROM call').get());
    const sealed = Buffer.from(database.sql.prepare('SELECT text FROM call').get()!['text'] as Uint8Array);
    for (const word of ['arrived', 'Zoë', 'refund']) {
      expect(row).not.toContain(word);
      expect(sealed.includes(word)).toBe(false);
    }
  });

  it('completes a call together with the changes beside it, or not at all', () => {
    add('one');
    const progress = { endedAt: new Date(), durationSeconds: 90, measures: noMeasures, state: 'recovered' } as const;
    const fail = () => {
      throw new Error('refused');
    };
    expect(() => library.writer.progress('one', progress, fail)).toThrow('refused');
    expect(library.calls.find('one')).toMatchObject({ state: 'complete', durationSeconds: 60 });
  });

  it('erases a call with its key and its files', async () => {
    add('one');
    add('two');
    await files.write('one', 'report', Buffer.from('secret'));
    library.eraser.erase(['one']);
    expect(library.calls.find('one')).toBeUndefined();
    expect(keys.get('one')).toBeUndefined();
    await expect(files.read('one', 'report')).resolves.toBeUndefined();
    expect(found({})).toEqual(['two']);
  });
});
