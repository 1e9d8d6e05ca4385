import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callQuerySchema } from '../../../../../contract/callContract.ts';
import { eachMeasure } from '../../../../../core/measures/callMeasures.ts';
import { Notices } from '../../../../../main/services/notices.ts';
import { Housekeeping } from '../../../../../main/services/upkeep/housekeeping.ts';
import { AppDatabase } from '../../../../../main/storage/appDatabase.ts';
import { Library } from '../../../../../main/storage/calls/library.ts';
import { DiskReserve } from '../../../../../main/storage/diskReserve.ts';
import { ManualClock } from '../../../../contract/fakes/manualClock.ts';
import { MemoryLogger } from '../../../../contract/fakes/testServices.ts';

const day = 86_400;

let folder: string;
let database: AppDatabase;
let library: Library;
let clock: ManualClock;
let logger: MemoryLogger;
let housekeeping: Housekeeping;
let notices: Notices;
let forgotten: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softspoken-housekeeping-'));
  database = AppDatabase.open(join(folder, 'app.db'));
  const keyFiles = { first: join(folder, 'keys.db'), second: join(folder, 'keys-copy.db') };
  const paths = { callsDir: join(folder, 'calls'), keyFiles, backupsDir: join(folder, 'backups') };
  const reserve = await DiskReserve.make(join(folder, 'reserve'), () => {}, 16);
  library = await Library.open(paths, { database, masterKey: Buffer.alloc(32, 1), reserve, run: 'run-1-a' });
  clock = new ManualClock();
  logger = new MemoryLogger();
  notices = new Notices(clock);
  const retention = () => ({ audioDays: 30, metricsDays: 365 });
  forgotten = [];
  const exports = { forget: async (callIds: readonly string[]) => void forgotten.push(...callIds) };
  housekeeping = new Housekeeping({ library, exports, database, retention, clock, notices, logger });
});
afterEach(async () => {
  await housekeeping.close();
  expect(logger.errors).toEqual([]);
  library.close();
  database.close();
  await rm(folder, { recursive: true, force: true });
});

const measures = eachMeasure(() => null);

async function addCall(callId: string): Promise<void> {
  const moment = clock.now();
  const { writer } = library;
  writer.begin({ callId, kind: 'live', title: callId, roles: ['agent'], startedAt: moment });
  const audio = await writer.startAudio(callId, { sampleRateHz: 16_000, channelCount: 1 });
  await audio.append(Buffer.alloc(100));
  await audio.close();
  const saved = { report: Buffer.from('report'), peaks: Buffer.alloc(0), durationSeconds: 1, measures };
  await writer.save(callId, 'complete', moment, saved);
}

async function passDays(days: number): Promise<void> {
  for (let hour = 0; hour < days * 24; hour++) {
    clock.advance(day / 24);
    await housekeeping.idle();
  }
}

const listed = () =>
  library.calls.list(callQuerySchema.parse({})).calls.map(({ callId, hasAudio }) => [callId, hasAudio]);

describe('what is kept', () => {
  it('loses its audio after 30 days and the rest after a year, not a day sooner', async () => {
    await addCall('one');
    await passDays(29);
    expect(listed()).toEqual([['one', true]]);
    await passDays(2);
    expect(listed()).toEqual([['one', false]]);
    expect(await readdir(join(folder, 'calls', 'one'))).toEqual(['peaks', 'report']);
    clock.advance(333 * day);
    await housekeeping.idle();
    expect(listed()).toEqual([['one', false]]);
    await passDays(2);
    expect(listed()).toEqual([]);
    expect(await readdir(join(folder, 'calls'))).toEqual([]);
  });

  it('takes files along that were made of it, with its audio and with the rest', async () => {
    await addCall('one');
    await passDays(29);
    expect(forgotten).toEqual([]);
    await passDays(2);
    expect(forgotten).toEqual(['one']);
    clock.advance(335 * day);
    await housekeeping.idle();
    expect(forgotten).toEqual(['one', 'one']);
  });

  it('is backed up for three days and three weeks', async () => {
    await passDays(30);
    const names = (await readdir(join(folder, 'backups'))).sort();
    expect(names).toEqual([
      'daily-2025-02-12.db',
      'daily-2025-02-13.db',
      'daily-2025-02-14.db',
      'weekly-2025-01-27.db',
      'weekly-2025-02-03.db',
      'weekly-2025-02-10.db',
    ]);
  });

  it('leaves every backup when it is erased', async () => {
    await addCall('one');
    await addCall('two');
    await passDays(2);
    library.eraser.erase(['one']);
    const backups = library.backups!.files();
    expect(backups.length).toBeGreaterThan(2);
    for (const path of backups.slice(0, 2)) {
      const sql = new DatabaseSync(path, { readOnly: true });
      expect(sql.prepare('SELECT id FROM call').all()).toEqual([{ id: 'two' }]);
      sql.close();
    }
  });

  it('is checked every week while the app runs', async () => {
    await passDays(1);
    database.sql.exec("DELETE FROM row_digest WHERE table_name = 'migration'");
    await passDays(5);
    expect(notices.list()).toEqual([]);
    await passDays(2);
    expect(notices.list()).toMatchObject([{ kind: 'database-recovered' }]);
  });
});
