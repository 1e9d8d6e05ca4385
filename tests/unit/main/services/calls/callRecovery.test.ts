import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultCallConfig } from '../../../../../core/config/callConfig.ts';
import { CallRecovery } from '../../../../../main/services/calls/callRecovery.ts';
import { AppDatabase } from '../../../../../main/storage/appDatabase.ts';
import type { Library } from '../../../../../main/storage/calls/library.ts';
import { FakeAnalysis } from '../../../../contract/fakes/fakeAnalysis.ts';
import { MemoryLogger } from '../../../../contract/fakes/testServices.ts';
import { testLibrary } from '../../../../support/testLibrary.ts';

let folder: string;
let database: AppDatabase;
let library: Library;
let logger: MemoryLogger;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'softspoken-recovery-'));
  database = AppDatabase.open(':memory:');
  library = testLibrary(database, folder);
  logger = new MemoryLogger();
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true, force: true });
});

/** A call that a crash interrupted, with this much recorded audio in half seconds. */
async function addInterrupted(callId: string, kind: 'live' | 'file', halfSeconds: number): Promise<void> {
  const { writer } = library;
  writer.begin({ callId, kind, title: callId, roles: ['agent'], startedAt: new Date(0) });
  await writer.saveSession(callId, { inputs: [], baseline: null, paused: false });
  const audio = await writer.startAudio(callId, { sampleRateHz: 16_000, channelCount: 1 });
  await audio.append(Buffer.alloc(halfSeconds * 16_000));
  await audio.close();
}

async function recover(alive: readonly string[] = []): Promise<CallRecovery> {
  const analysis = new FakeAnalysis();
  analysis.atOnce = true;
  const isAlive = (run: string) => alive.includes(run);
  const recovery = await CallRecovery.start({
    library,
    analysis,
    config: defaultCallConfig,
    isAlive,
    dir: folder,
    logger,
  });
  await recovery.done;
  return recovery;
}

const states = () => ['live', 'silent', 'file'].map((callId) => library.calls.find(callId)?.state);

describe('recovering interrupted calls', () => {
  it('restores a call with audio from its recording, and erases calls of which nothing was saved', async () => {
    await addInterrupted('live', 'live', 3);
    await addInterrupted('silent', 'live', 0);
    await addInterrupted('file', 'file', 3);
    expect((await recover()).callIds).toEqual(['live']);
    expect(states()).toEqual(['recovered', undefined, undefined]);
    expect((await library.reader.get('live')).report.source.kind).toBe('live');
    expect(logger.errors).toEqual([]);
  });

  it('leaves the calls of a run that goes on alone', async () => {
    await addInterrupted('live', 'live', 3);
    expect((await recover(['run-1-a'])).callIds).toEqual([]);
    expect(states()[0]).toBe('running');
  });

  it('lists a call whose audio is damaged, and still recovers the next one', async () => {
    await addInterrupted('silent', 'live', 3);
    await writeFile(join(folder, 'calls', 'silent', 'audio'), 'no recording');
    await addInterrupted('live', 'live', 3);
    expect((await recover()).callIds.toSorted()).toEqual(['live', 'silent']);
    expect(states()).toEqual(['recovered', 'recovered', undefined]);
    expect((await library.reader.get('live')).report.source.kind).toBe('live');
    expect(logger.errors).toHaveLength(1);
  });
});
