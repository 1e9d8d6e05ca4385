import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { safe } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packedCallSchema, unpackCall } from '../../contract/callContract.ts';
import { AppError } from '../../core/model/appError.ts';
import { callReportSchema } from '../../core/model/callReport.ts';
import { appErrorOf } from './fakes/appErrorOf.ts';
import { type AppClient, type Connection, connectByMessageChannel, connectByWebSocket } from './fakes/connections.ts';
import { cueAt, floorAt, metricsAt } from './fakes/exampleReport.ts';
import { startConnected } from './fakes/startConnected.ts';
import { settle, type TestServices } from './fakes/testServices.ts';

const device = (name: string) => ({ kind: 'device' as const, name });

async function collect<T>(events: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe.each([
  ['a message channel', connectByMessageChannel],
  ['a WebSocket', connectByWebSocket],
])('over %s', (_, connect) => {
  let test: TestServices;
  let connection: Connection;
  let client: AppClient;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ test, connection, client, close } = await startConnected(connect));
  });

  afterEach(() => close());

  async function startCall() {
    return client.live.start({ inputs: [{ role: 'agent', source: device('Headset') }], baseline: null });
  }

  async function analyzeSample(): Promise<string> {
    const { jobId } = await client.recordings.analyze({
      source: { kind: 'sample', id: 'a-calm-call' },
      roles: null,
      baseline: null,
    });
    return jobId;
  }

  it('describes the host', async () => {
    expect(await client.host.info()).toEqual({
      version: '1.2.3',
      kind: 'web',
      platform: 'linux',
      hasSystemSound: false,
    });
  });

  it('lists the devices', async () => {
    const { devices, problem } = await client.host.devices();
    expect(devices.map(({ name }) => name)).toEqual(['Headset', 'Built-in']);
    expect(problem).toBeNull();
  });

  it('explains why there are no devices', async () => {
    test.devices.problem = new AppError('no-sound-server', 'There is no sound server. Start one.');
    expect((await client.host.devices()).problem?.code).toBe('no-sound-server');
    expect(test.logger.errors).toEqual([]);
  });

  it('keeps the details of an unexpected failure in the log', async () => {
    test.devices.problem = new Error('secret detail');
    expect((await client.host.devices()).problem).toMatchObject({ code: 'internal' });
    expect(test.logger.errors).toHaveLength(1);
  });

  it('opens and closes streams, and refuses a file that is too large', async () => {
    const { streamId } = await client.streams.open({ kind: 'upload', name: 'call.wav', sizeBytes: 10 });
    const [run] = await readdir(join(test.dir, 'temp'));
    expect(await readdir(join(test.dir, 'temp', run!))).toHaveLength(1);
    await client.streams.close({ streamId });
    await client.streams.close({ streamId });
    expect(await readdir(join(test.dir, 'temp', run!))).toEqual([]);
    const tooLarge = client.streams.open({ kind: 'upload', name: 'call.wav', sizeBytes: 5 * 1024 ** 3 });
    expect(await appErrorOf(tooLarge)).toBe('too-large');
  });

  it('previews a level until the listener leaves, then closes the device', async () => {
    const preview = await client.live.preview({ source: device('Headset') });
    const [source] = test.devices.opened;
    source!.hear(1_600, 0.5);
    const first = await preview.next();
    expect(first.value).toMatchObject({ muted: false });
    expect((first.value as { levelDbfs: number }).levelDbfs).toBeCloseTo(-6.02, 1);
    await preview.return();
    await expect.poll(() => source!.closed).toBe(true);
  });

  it('explains why a source cannot be previewed', async () => {
    expect(await appErrorOf(client.live.preview({ source: device('Gone') }))).toBe('no-such-device');
    expect(await appErrorOf(client.live.preview({ source: { kind: 'page', streamId: 'gone' } }))).toBe(
      'no-such-device',
    );
  });

  it('runs a call from start to summary', async () => {
    expect(await client.live.current()).toBeNull();
    const session = await startCall();
    expect(session.inputs).toEqual([
      { role: 'agent', kind: 'device', device: 'Headset', appliedSettings: { sampleRate: 16_000 } },
    ]);
    expect(await client.live.current()).toEqual(session);
    expect(await appErrorOf(startCall())).toBe('session-running');

    const watching = collect(await client.live.watch({ sessionId: session.sessionId }));
    await settle();
    test.analysis.lives[0]!.say(floorAt(1));
    const { callId } = await client.live.stop({ sessionId: session.sessionId });
    expect((await watching).map(({ type }) => type)).toEqual(['call', 'ended']);
    expect(await client.live.stop({ sessionId: session.sessionId })).toEqual({ callId });
    expect(await client.live.current()).toBeNull();

    const call = await client.calls.get({ callId });
    expect(packedCallSchema.parse(call)).toEqual(call);
    expect(callReportSchema.parse(unpackCall(call).report)).toEqual(unpackCall(call).report);
    expect(call).toMatchObject({ kind: 'live', audioUrl: null });
    expect((await client.calls.list()).calls.map((item) => item.callId)).toEqual([callId]);
  });

  it('starts a watcher with the latest of every state', async () => {
    const { sessionId } = await startCall();
    const [live] = test.analysis.lives;
    const events = [metricsAt(1), metricsAt(2), floorAt(2, 'wait'), floorAt(3, 'almost'), cueAt(3), cueAt(4, false)];
    for (const event of events) live!.say(event);
    test.devices.opened[0]!.become({ state: 'stalled', message: 'No sound.' });
    const watch = await client.live.watch({ sessionId });
    const replay: unknown[] = [];
    for (let i = 0; i < 4; i++) replay.push((await watch.next()).value);
    expect(replay).toEqual([
      { type: 'call', event: metricsAt(2) },
      { type: 'call', event: floorAt(3, 'almost') },
      { type: 'call', event: cueAt(3) },
      { type: 'source', role: 'agent', state: 'stalled', message: 'No sound.' },
    ]);
    await watch.return();
  });

  it('notifies watchers when the analysis fails', async () => {
    const { sessionId } = await startCall();
    const watching = collect(await client.live.watch({ sessionId }));
    test.analysis.lives[0]!.failure = new Error('worker died');
    expect(await appErrorOf(client.live.stop({ sessionId }))).toBe('internal');
    expect((await watching).at(-1)).toMatchObject({ type: 'failed', error: { code: 'internal' } });
    expect(await client.live.current()).toBeNull();
  });

  it('rejects unknown sessions, calls, uploads, samples and jobs', async () => {
    const sample = { source: { kind: 'sample' as const, id: 'none' }, roles: null, baseline: null };
    const upload = { source: { kind: 'upload' as const, streamId: 'none' }, roles: null, baseline: null };
    expect(await appErrorOf(client.live.watch({ sessionId: 'none' }))).toBe('no-such-session');
    expect(await appErrorOf(client.live.stop({ sessionId: 'none' }))).toBe('no-such-session');
    expect(await appErrorOf(client.calls.get({ callId: 'none' }))).toBe('no-such-call');
    expect(await appErrorOf(client.recordings.analyze(sample))).toBe('file-not-found');
    expect(await appErrorOf(client.recordings.analyze(upload))).toBe('no-such-upload');
    expect(await appErrorOf(client.recordings.watch({ jobId: 'none' }))).toBe('no-such-job');
  });

  it('analyses a sample and serves the call', async () => {
    expect(await client.recordings.samples()).toEqual([
      { id: 'a-calm-call', title: 'A calm call', description: '', durationSeconds: 12.5 },
    ]);
    test.analysis.atOnce = true;
    const jobId = await analyzeSample();
    const events = await collect(await client.recordings.watch({ jobId }));
    const done = events.at(-1);
    if (done?.type !== 'done') throw new Error(`expected done, got ${JSON.stringify(done)}`);
    const call = await client.calls.get({ callId: done.callId });
    expect(call).toMatchObject({ kind: 'file', title: 'A calm call', audioUrl: `/audio/${done.callId}` });
  });

  it('cancels an analysis', async () => {
    const jobId = await analyzeSample();
    await expect.poll(() => test.analysis.jobs.length).toBe(1);
    await client.recordings.cancel({ jobId });
    await client.recordings.cancel({ jobId: 'unknown' });
    const events = await collect(await client.recordings.watch({ jobId }));
    expect(events.at(-1)).toMatchObject({ type: 'failed', error: { code: 'cancelled' } });
  });

  it('rejects input that does not fit the contract, as the caller’s mistake', async () => {
    const { error } = await safe(client.streams.open({ kind: 'upload', name: '', sizeBytes: -1 }));
    expect(error).toMatchObject({ code: 'BAD_REQUEST' });
    expect(test.logger.errors).toEqual([]);
  });

  it('cuts off a peer that sends anything but calls', async () => {
    connection.sendRaw('{"i":"1","p":{"u":"/host/info","h":{"content-type":"text/event-stream"}}}');
    await expect.poll(() => connection.isOpen()).toBe(false);
    expect(test.logger.errors).toEqual([]);
  });
});
