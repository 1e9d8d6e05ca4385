import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callQuerySchema } from '../../../../../contract/callContract.ts';
import type { LiveEvent } from '../../../../../contract/liveContract.ts';
import { LiveCallSaver } from '../../../../../main/services/live/liveCallSaver.ts';
import { encodeCall } from '../../../../../main/storage/calls/callCodec.ts';
import { exampleResult } from '../../../../contract/fakes/exampleReport.ts';
import type { FakeSource } from '../../../../contract/fakes/fakeDevices.ts';
import { ManualClock } from '../../../../contract/fakes/manualClock.ts';
import { settle, startTestServices, type TestServices } from '../../../../contract/fakes/testServices.ts';

let test: TestServices;

beforeEach(async () => {
  test = await startTestServices();
});
afterEach(() => test.close());

async function startCall(recordAudio: boolean) {
  const { sessionId } = await test.services.live.start({
    inputs: [
      { role: 'agent', source: { kind: 'device', name: 'Headset' } },
      { role: 'customer', source: { kind: 'device', name: 'Built-in' } },
    ],
    baseline: null,
    recordAudio,
  });
  const seen: LiveEvent[] = [];
  void (async () => {
    for await (const event of test.services.live.session(sessionId).watch()) seen.push(event);
  })();
  return { sessionId, seen, sources: test.devices.opened.slice(-2) };
}

/** Lets sources deliver ones for some time, in tenths of a second. */
async function speak(seconds: number, sources: readonly FakeSource[], level = 0.5): Promise<void> {
  for (let i = 0; i < Math.round(seconds * 10); i++) {
    test.clock.advance(0.1);
    for (const source of sources) source.hear(1_600, level);
    await settle();
  }
}

/** Returns the agent's samples of a call's audio, as they are stored. */
async function recorded(callId: string): Promise<number[]> {
  const audio = await test.services.library.reader.audio(callId);
  const pieces: Buffer[] = [];
  for await (const piece of audio!.bytes()) pieces.push(piece);
  await audio!.close();
  const pcm = Buffer.concat(pieces).subarray(44);
  return Array.from({ length: pcm.length / 4 }, (_, i) => pcm.readInt16LE(i * 4));
}

const everyCall = callQuerySchema.parse({});

describe('saving a live call', () => {
  it('puts it into the library from its first second on', async () => {
    const { sessionId, sources } = await startCall(false);
    await speak(2, sources);
    await expect.poll(() => test.services.library.calls.list(everyCall).calls[0]?.durationSeconds).toBe(12.5);
    const [running] = test.services.library.calls.list(everyCall).calls;
    expect(running).toMatchObject({ state: 'running', kind: 'live', hasAudio: false });
    expect((await test.services.library.reader.get(running!.callId)).report.source.kind).toBe('live');
    const { callId } = await test.services.live.session(sessionId).stop();
    expect(callId).toBe(running!.callId);
    expect(test.services.library.calls.list(everyCall).calls).toMatchObject([{ callId, state: 'complete' }]);
  });

  it('saves it every second at first, and every six seconds after an hour', async () => {
    const clock = new ManualClock();
    const savedAt: number[] = [];
    const { library } = test.services;
    vi.spyOn(library.writer, 'save').mockImplementation(async () => void savedAt.push(clock.monotonicSeconds()));
    const saver = await LiveCallSaver.begin({
      callId: 'call',
      kind: 'live',
      title: 'A call',
      parties: [],
      startedAt: clock.now(),
      session: { inputs: [], baseline: null },
      recordAudio: false,
      library,
      clock,
      logger: test.logger,
    });
    const snapshot = await encodeCall(exampleResult('live'));
    saver.saveSnapshots(async () => snapshot);
    for (let second = 0; second < 3630; second++) {
      clock.advance(1);
      await setImmediate();
    }
    const writtenFrom = (seconds: number) => savedAt.filter((at) => at > seconds && at <= seconds + 30).length;
    expect(writtenFrom(0)).toBe(30);
    expect(writtenFrom(570)).toBe(30);
    expect(writtenFrom(3600)).toBe(5);
  });

  it('stores no audio unless asked to', async () => {
    const { sessionId, sources, seen } = await startCall(false);
    await speak(1, sources);
    const { callId } = await test.services.live.session(sessionId).stop();
    expect(await test.services.library.reader.audio(callId)).toBeUndefined();
    expect(seen.some(({ type }) => type === 'recording')).toBe(false);
    expect(() => test.services.live.session(sessionId).pauseRecording()).toThrow(/not being recorded/);
  });

  it('stores what both parties said, in step', async () => {
    const { sessionId, sources, seen } = await startCall(true);
    await speak(2, sources);
    const { callId } = await test.services.live.session(sessionId).stop();
    const samples = await recorded(callId);
    expect(samples.length).toBeGreaterThanOrEqual(1.8 * 16_000);
    // One chunk is spent on the beginning, and at the end the other party's time is filled.
    expect(samples.slice(0, -1_600).every((sample) => sample === 0x4000)).toBe(true);
    expect(seen[0]).toMatchObject({ type: 'recording', state: 'on' });
  });

  it('stores nothing that is said while it is paused, nor what is on its way then', async () => {
    const { sessionId, sources } = await startCall(true);
    await speak(1, sources);
    test.services.live.session(sessionId).pauseRecording();
    await speak(1, sources, 0.25);
    test.services.live.session(sessionId).resumeRecording();
    await speak(0.3, sources, 0.25);
    await speak(1, sources);
    const { callId } = await test.services.live.session(sessionId).stop();
    const samples = await recorded(callId);
    expect(samples.some((sample) => Math.abs(sample) === 0x2000)).toBe(false);
    const silence = samples.indexOf(0);
    const resumed = samples.indexOf(0x4000, silence);
    expect(resumed - silence).toBe(1.5 * 16_000);
  });

  it('informs a page that joins late of the recording', async () => {
    const { sessionId } = await startCall(true);
    test.services.live.session(sessionId).pauseRecording();
    for await (const event of test.services.live.session(sessionId).watch()) {
      expect(event).toMatchObject({ type: 'recording', state: 'paused' });
      break;
    }
  });

  it('keeps what was known when the analysis fails', async () => {
    const { sources } = await startCall(true);
    await speak(2, sources);
    await expect.poll(() => test.services.library.calls.list(everyCall).calls[0]?.durationSeconds).toBe(12.5);
    test.analysis.lives[0]!.failure = new Error('worker died');
    await speak(1, sources);
    await expect.poll(() => test.services.library.calls.list(everyCall).calls[0]?.state).toBe('recovered');
    expect(test.services.library.calls.list(everyCall).calls[0]).toMatchObject({ hasAudio: true });
  });

  it('completes it when the app closes', async () => {
    await startCall(false);
    await test.services.close();
    expect(test.services.library.calls.list(everyCall).calls).toMatchObject([{ state: 'complete' }]);
  });
});
