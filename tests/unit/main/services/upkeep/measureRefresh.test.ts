import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callMeasures, eachMeasure } from '../../../../../core/measures/callMeasures.ts';
import { noNotes } from '../../../../../core/model/callNotes.ts';
import { withSharedChannel } from '../../../../../core/report/withSharedChannel.ts';
import type { Clock } from '../../../../../main/clock.ts';
import { MeasureRefresh } from '../../../../../main/services/upkeep/measureRefresh.ts';
import { AppDatabase } from '../../../../../main/storage/appDatabase.ts';
import { encodeCall } from '../../../../../main/storage/calls/callCodec.ts';
import { CallFiles } from '../../../../../main/storage/calls/callFiles.ts';
import type { Library } from '../../../../../main/storage/calls/library.ts';
import { KeyRing } from '../../../../../main/storage/sealing/keyRing.ts';
import { syntheticReport, syntheticReportOfOneChannel } from '../../../../support/syntheticReport.ts';
import { testLibrary } from '../../../../support/testLibrary.ts';

const noMeasures = eachMeasure(() => null);
const report = syntheticReport();

let folder: string;
let database: AppDatabase;
let library: Library;
let files: CallFiles;
let isInCall: boolean;
let tick: () => void;
let failures: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softspoken-measures-'));
  database = AppDatabase.open(':memory:');
  const keys = KeyRing.inMemory();
  files = new CallFiles(join(folder, 'calls'), keys);
  library = testLibrary(database, folder, { keys });
  isInCall = false;
  failures = [];
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true, force: true });
});

/** A call of another version of the app, without measures. */
async function add(callId: string, measured = report): Promise<void> {
  const startedAt = new Date('2026-03-02T14:00:00Z');
  library.writer.begin({ callId, kind: 'file', title: callId, roles: ['agent'], startedAt });
  library.writer.progress(callId, { state: 'complete', endedAt: startedAt, durationSeconds: 60, measures: noMeasures });
  database.sql.prepare("UPDATE call SET catalogue = '' WHERE id = ?").run(callId);
  await files.write(callId, 'report', (await encodeCall({ report: measured, peaks: [] })).report);
}

function start(): MeasureRefresh {
  tick = () => {};
  const clock: Clock = {
    now: () => new Date(0),
    monotonicSeconds: () => 0,
    every(_, task) {
      tick = task;
      return () => {};
    },
  };
  const logger = { error: (message: string) => failures.push(message), info: () => {}, warn: () => {} };
  return new MeasureRefresh({ library, isInCall: () => isInCall, clock, logger });
}

describe('measures of another version of the app', () => {
  it('are read from the stored reports again, as the notes leave them', async () => {
    await add('one');
    await add('shared', syntheticReportOfOneChannel());
    await files.write('shared', 'notes', Buffer.from(JSON.stringify({ ...noNotes, isChannelShared: true })));
    const refresh = start();
    tick();
    await refresh.idle();
    expect(library.calls.get('one').measures).toEqual(callMeasures(report));
    expect(library.calls.get('shared').measures).toEqual(
      callMeasures(withSharedChannel(syntheticReportOfOneChannel())),
    );
    expect(library.calls.withOtherMeasures()).toEqual([]);
  });

  it('wait while there is a live call', async () => {
    await add('one');
    isInCall = true;
    const refresh = start();
    tick();
    await refresh.idle();
    expect(library.calls.get('one').measures).toEqual(noMeasures);
    isInCall = false;
    tick();
    await refresh.idle();
    expect(library.calls.get('one').measures).toEqual(callMeasures(report));
  });

  it('stay as they are if the report is damaged, and hold up no other call', async () => {
    await add('one');
    await add('damaged');
    await files.write('damaged', 'report', Buffer.from('no report'));
    const refresh = start();
    tick();
    await refresh.idle();
    expect(library.calls.get('one').measures).toEqual(callMeasures(report));
    expect(library.calls.get('damaged').measures).toEqual(noMeasures);
    expect(failures).toHaveLength(1);
  });

  it('do not replace what was measured in the meantime', async () => {
    await add('one');
    library.writer.setMeasures(
      'one',
      eachMeasure(() => 1),
    );
    library.writer.refreshMeasures('one', noMeasures);
    expect(library.calls.get('one').measures.softShare).toBe(1);
  });
});
