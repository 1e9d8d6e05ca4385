import { copyFile, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callQuerySchema } from '../../../../../contract/callContract.ts';
import type { ImportRequest, ImportView } from '../../../../../contract/importContract.ts';
import { AppError } from '../../../../../core/model/appError.ts';
import { RecordingImporter } from '../../../../../main/services/calls/recordingImporter.ts';
import { createId } from '../../../../../main/services/createId.ts';
import { ImportService } from '../../../../../main/services/imports/importService.ts';
import { AppDatabase } from '../../../../../main/storage/appDatabase.ts';
import type { Library } from '../../../../../main/storage/calls/library.ts';
import { KeyRing } from '../../../../../main/storage/sealing/keyRing.ts';
import { FakeAnalysis } from '../../../../contract/fakes/fakeAnalysis.ts';
import { ManualClock } from '../../../../contract/fakes/manualClock.ts';
import { MemoryLogger, settle } from '../../../../contract/fakes/testServices.ts';
import { testLibrary } from '../../../../support/testLibrary.ts';

let dir: string;
let folder: string;
let database: AppDatabase;
let keys: KeyRing;
let library: Library;
let clock: ManualClock;
let logger: MemoryLogger;
let isInCall: boolean;
let services: ImportService[];
/** The analysis of the latest service. */
let analysis: FakeAnalysis;
let imports: ImportService;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'softspoken-import-'));
  folder = join(dir, 'recordings');
  await mkdir(folder);
  database = AppDatabase.open(':memory:');
  keys = KeyRing.inMemory();
  clock = new ManualClock();
  logger = new MemoryLogger();
  isInCall = false;
  services = [];
  await start('run-1');
});
afterEach(async () => {
  await Promise.all(services.map((service) => service.close()));
  expect(logger.errors).toEqual([]);
  database.close();
  await rm(dir, { recursive: true, force: true });
});

/** Restarts the app on what is stored. Whatever ran before is not closed, as after a killed process. */
async function start(run: string, alive: readonly string[] = []): Promise<void> {
  library = testLibrary(database, dir, { keys, run });
  analysis = new FakeAnalysis();
  imports = new ImportService({
    store: library.imports,
    importer: new RecordingImporter({ analysis, library, dir, clock, createId }),
    isInCall: () => isInCall,
    run,
    isAlive: (other) => alive.includes(other),
    clock,
    createId,
    logger,
  });
  services.push(imports);
}

async function put(name: string, content = name): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

function request(change: Partial<ImportRequest> = {}): ImportRequest {
  return { paths: [folder], watches: false, roles: null, baseline: null, agent: null, tags: [], ...change };
}

async function view(): Promise<ImportView> {
  const controller = new AbortController();
  for await (const [first] of imports.watch(controller.signal)) {
    controller.abort();
    if (first) return first;
  }
  throw new Error('there is no import');
}

const becomes = (expected: object) => expect.poll(view).toMatchObject(expected);
const progress = (counts: object) => becomes({ progress: counts });
const listed = () => library.calls.list(callQuerySchema.parse({ sortBy: 'title', descending: false })).calls;
const titles = () => listed().map(({ title }) => title);
const underWay = (count: number) => expect.poll(() => analysis.jobs.length).toBe(count);

describe('importing a folder', () => {
  it('makes a call of every recording in it, at any depth, and of nothing else', async () => {
    const path = await put('monday.wav');
    await put('Ada/tuesday.MP3');
    await put('notes.txt');
    await utimes(path, new Date(), new Date('2024-05-06T07:08:09Z'));
    analysis.atOnce = true;
    await imports.start(request({ agent: 'Ada', tags: ['spring'], roles: ['customer', 'agent'] }));
    await becomes({ state: 'done', progress: { total: 2, done: 2, duplicates: 0, failed: 0, current: [] } });
    expect(titles()).toEqual([join('Ada', 'tuesday.MP3'), 'monday.wav']);
    expect(listed()[1]).toMatchObject({ agent: 'Ada', tags: ['spring'], startedAt: '2024-05-06T07:08:09.000Z' });
    expect(analysis.jobs[0]!.request.roles).toEqual(['customer', 'agent']);
  });

  it('recognises a recording by its content, whatever its name or time', async () => {
    const path = await put('monday.wav');
    analysis.atOnce = true;
    const first = await imports.start(request());
    await progress({ done: 1 });
    await imports.remove(first.importId);
    await copyFile(path, join(folder, 'copy of monday.wav'));
    await put('tuesday.wav');
    await imports.start(request());
    await becomes({ state: 'done', progress: { total: 3, done: 1, duplicates: 2 } });
    expect(titles()).toEqual(['monday.wav', 'tuesday.wav']);
  });

  it('continues after a file that cannot be read, and saves the reason', async () => {
    await put('broken.wav');
    await put('sound.wav');
    await imports.start(request());
    await underWay(1);
    const error = { code: 'not-audio', message: '"broken.wav" is not a recording.' } as const;
    analysis.jobs[0]!.fail(new AppError(error.code, error.message));
    await underWay(2);
    await analysis.jobs[1]!.finish();
    await becomes({ state: 'done', progress: { done: 1, failed: 1, failures: [{ name: 'broken.wav', error }] } });
  });

  it('estimates how long the rest will take, from the last ones', async () => {
    for (const name of ['a.wav', 'b.wav', 'c.wav', 'd.wav']) await put(name, name.repeat(100));
    await imports.start(request());
    await underWay(1);
    expect((await view()).progress).toMatchObject({ remainingSeconds: null, current: ['a.wav'] });
    clock.advance(6);
    await analysis.jobs[0]!.finish();
    await underWay(2);
    analysis.jobs[1]!.progress(0.5);
    await progress({ done: 1, remainingSeconds: 15 });
  });

  it('is refused if there is no such folder, no path or no recording in it', async () => {
    const missing = request({ paths: [join(dir, 'nowhere')] });
    await expect(imports.start(missing)).rejects.toMatchObject({ code: 'file-not-found' });
    await expect(imports.start(request({ paths: ['recordings'] }))).rejects.toThrow(/whole path/);
    await expect(imports.start(request())).rejects.toThrow(/no recording in/);
  });

  it('stops when the disk is full, and loses no waiting file', async () => {
    await put('monday.wav');
    await imports.start(request());
    await underWay(1);
    analysis.jobs[0]!.fail(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    await becomes({ state: 'paused', problem: { code: 'disk-full' }, progress: { failed: 0 } });
    imports.resume((await view()).importId);
    await underWay(2);
    await analysis.jobs[1]!.finish();
    await becomes({ state: 'done', problem: null, progress: { done: 1 } });
  });

  it('leaves the imported calls in place when it is removed from the list', async () => {
    await put('a.wav');
    await put('b.wav');
    const { importId } = await imports.start(request());
    await underWay(1);
    await analysis.jobs[0]!.finish();
    await underWay(2);
    await imports.remove(importId);
    expect(titles()).toEqual(['a.wav']);
    expect(database.sql.prepare('SELECT count(*) AS items FROM import_item').get()).toEqual({ items: 0 });
    await settle();
    expect(analysis.jobs).toHaveLength(2);
  });
});

describe('an import that is interrupted', () => {
  it('by a pause aborts the file in progress and starts it again when it is resumed', async () => {
    await put('a.wav');
    await put('b.wav');
    const { importId } = await imports.start(request());
    await underWay(1);
    imports.pause(importId);
    await becomes({ state: 'paused', progress: { done: 0, current: [] } });
    imports.resume(importId);
    await underWay(2);
    await analysis.jobs[1]!.finish();
    await underWay(3);
    await analysis.jobs[2]!.finish();
    await becomes({ state: 'done', progress: { done: 2 } });
    expect(titles()).toEqual(['a.wav', 'b.wav']);
  });

  it('stays paused across a restart', async () => {
    await put('a.wav');
    const { importId } = await imports.start(request());
    imports.pause(importId);
    await start('run-2');
    await becomes({ state: 'paused' });
    await settle();
    expect(analysis.jobs).toEqual([]);
  });

  it('by a crash continues by itself, and has each recording exactly once', async () => {
    const names = ['a.wav', 'b.wav', 'c.wav'];
    for (const name of names) await put(name);
    await imports.start(request());
    await underWay(1);
    await analysis.jobs[0]!.finish();
    await underWay(2);
    await start('run-2');
    analysis.atOnce = true;
    await becomes({ state: 'done', progress: { total: 3, done: 3, duplicates: 0 } });
    expect(titles()).toEqual(names);
    expect(analysis.jobs.map(({ request: { fileName } }) => fileName)).toEqual(['b.wav', 'c.wav']);
  });

  it('is left to another run of the app that is still active', async () => {
    await put('a.wav');
    await imports.start(request());
    await underWay(1);
    const { importId } = await view();
    await start('run-2', ['run-1']);
    await settle();
    expect(analysis.jobs).toEqual([]);
    imports.pause(importId);
    expect(library.imports.list()).toMatchObject([{ run: 'run-1', paused: false }]);
  });

  it('by a coached call waits until that is over', async () => {
    await put('a.wav');
    await imports.start(request());
    await underWay(1);
    isInCall = true;
    clock.advance(0.5);
    await becomes({ state: 'held', progress: { current: [] } });
    clock.advance(60);
    await settle();
    expect(analysis.jobs).toHaveLength(1);
    isInCall = false;
    clock.advance(0.5);
    await underWay(2);
    await analysis.jobs[1]!.finish();
    await becomes({ state: 'done', progress: { done: 1 } });
  });
});

describe('a watched folder', () => {
  beforeEach(() => {
    analysis.atOnce = true;
  });

  /** Lets the watch look around, one second at a time. */
  async function pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      clock.advance(1);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Lets time pass until this is the case. */
  const comes = (expected: object) =>
    expect
      .poll(
        async () => {
          await pass(1);
          return view();
        },
        { interval: 1, timeout: 10_000 },
      )
      .toMatchObject(expected);

  it('imports what is in it, and later files once they have not grown for two seconds', async () => {
    await put('a.wav');
    await imports.start(request({ watches: true }));
    await comes({ progress: { total: 1, done: 1 } });
    for (const content of ['b', 'bb', 'bbb']) {
      await put('b.wav', content);
      await pass(1);
    }
    expect(titles()).toEqual(['a.wav']);
    await comes({ state: 'done', progress: { total: 2, done: 2 } });
    expect(titles()).toEqual(['a.wav', 'b.wav']);
  });

  it('does not bring back a call that was erased, even after a restart', async () => {
    await put('a.wav');
    await imports.start(request({ watches: true }));
    await comes({ progress: { done: 1 } });
    library.eraser.erase(listed().map(({ callId }) => callId));
    await pass(35);
    await start('run-2');
    await pass(35);
    expect(analysis.jobs).toEqual([]);
    expect(titles()).toEqual([]);
  });

  it('that disappears is reported until it is back', async () => {
    await imports.start(request({ watches: true }));
    await pass(1);
    await rm(folder, { recursive: true });
    await comes({ problem: { code: 'file-not-found' } });
    await mkdir(folder);
    await comes({ problem: null });
  });

  it('imports nothing while it is paused, and afterwards what has been added meanwhile', async () => {
    const { importId } = await imports.start(request({ watches: true }));
    imports.pause(importId);
    await put('a.wav');
    await pass(35);
    await becomes({ state: 'paused', progress: { total: 0 } });
    imports.resume(importId);
    await comes({ progress: { done: 1 } });
  });
});

it('suggests the folders whose paths begin like the typed text', async () => {
  for (const name of ['2024', '2025', '.hidden', 'archive']) await mkdir(join(folder, name));
  await put('2026.wav');
  expect(await imports.folders(join(folder, '20'))).toEqual([join(folder, '2024'), join(folder, '2025')]);
  expect(await imports.folders(`${folder}/`)).toEqual(['2024', '2025', 'archive'].map((name) => join(folder, name)));
  expect(await imports.folders('20')).toEqual([]);
  expect(await imports.folders(join(dir, 'nowhere', 'x'))).toEqual([]);
});
