import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpackCall } from '../../contract/callContract.ts';
import { callConfigFor } from '../../core/config/callConfigFor.ts';
import { defaultSettings } from '../../core/model/settings.ts';
import { appErrorOf } from './fakes/appErrorOf.ts';
import { type AppClient, connectByMessageChannel, connectByWebSocket } from './fakes/connections.ts';
import { cueAt } from './fakes/exampleReport.ts';
import { startConnected } from './fakes/startConnected.ts';
import { settle, type TestServices } from './fakes/testServices.ts';

const headset = { kind: 'device', name: 'Headset' } as const;

describe.each([
  ['a message channel', connectByMessageChannel],
  ['a WebSocket', connectByWebSocket],
])('over %s', (_, connect) => {
  let test: TestServices;
  let client: AppClient;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ test, client, close } = await startConnected(connect));
  });

  afterEach(() => close());

  const startCall = () => client.live.start({ inputs: [{ role: 'agent', source: headset }], baseline: null });

  it('starts with the default settings, and notifies every window of a change', async () => {
    expect((await client.settings.get()).settings).toEqual(defaultSettings);
    const windows = await Promise.all([client.settings.watch(), client.settings.watch()]);
    for (const window of windows) expect((await window.next()).value).toMatchObject({ settings: defaultSettings });
    await client.settings.update({ guideDone: true, retention: { audioDays: 7 } });
    for (const window of windows) {
      expect((await window.next()).value).toMatchObject({
        settings: { guideDone: true, retention: { audioDays: 7, metricsDays: 365 } },
      });
      await window.return();
    }
  });

  it('notifies every window of a cue marked wrong, moves its threshold from the next call on, and can undo that', async () => {
    const { sessionId } = await startCall();
    const watch = await client.live.watch({ sessionId });
    test.analysis.lives[0]!.say(cueAt(3));
    const mark = { kind: 'softer', at: 3, wrong: true } as const;
    await client.live.markCue({ sessionId, mark });
    await client.live.markCue({ sessionId, mark });
    await watch.next();
    expect((await watch.next()).value).toEqual({ type: 'cue-marked', mark });
    await watch.return();

    const { settings, cueThresholds } = await client.settings.get();
    expect(settings.cues.softer.thresholdSteps).toBe(1);
    expect(cueThresholds.softer).toEqual({ usual: 4, now: 5, maxSteps: 6 });
    expect(test.analysis.lives[0]!.request.config).toEqual(callConfigFor(defaultSettings));
    await client.live.stop({ sessionId });
    const next = await startCall();
    expect(test.analysis.lives[1]!.request.config).toEqual(callConfigFor(settings));

    test.analysis.lives[1]!.say(cueAt(3));
    await client.live.markCue({ sessionId: next.sessionId, mark });
    await client.live.markCue({ sessionId: next.sessionId, mark: { ...mark, wrong: false } });
    expect((await client.settings.get()).settings.cues.softer.thresholdSteps).toBe(1);
  });

  it('includes a mark made during a call in the call’s report, and accepts marks there too', async () => {
    const { sessionId } = await startCall();
    const [live] = test.analysis.lives;
    for (const event of [cueAt(3), cueAt(60)]) {
      live!.say(event);
      if (event.type === 'cue') live!.cues.push(event.cue);
    }
    await client.live.markCue({ sessionId, mark: { kind: 'softer', at: 3, wrong: true } });
    const { callId } = await client.live.stop({ sessionId });
    const marks = async () =>
      unpackCall(await client.calls.get({ callId })).report.cues.map(({ markedWrong }) => markedWrong);
    expect(await marks()).toEqual([true, false]);
    await client.calls.markCue({ callId, mark: { kind: 'softer', at: 60, wrong: true } });
    expect(await marks()).toEqual([true, true]);
    expect((await client.settings.get()).settings.cues.softer.thresholdSteps).toBe(2);
  });

  it('rejects marks of a cue that was not shown, and in a call that is over or unknown', async () => {
    const { sessionId } = await startCall();
    test.analysis.lives[0]!.say(cueAt(3, false));
    const mark = { kind: 'softer', at: 3, wrong: true } as const;
    expect(await appErrorOf(client.live.markCue({ sessionId, mark }))).toBe('no-such-cue');
    const { callId } = await client.live.stop({ sessionId });
    expect(await appErrorOf(client.live.markCue({ sessionId, mark }))).toBe('no-such-session');
    expect(await appErrorOf(client.calls.markCue({ callId, mark }))).toBe('no-such-cue');
    expect(await appErrorOf(client.calls.markCue({ callId: 'none', mark }))).toBe('no-such-call');
  });

  it('moves a threshold no further than its limit', async () => {
    for (let at = 1; at <= 8; at += 1) test.services.settings.moveThreshold('softer', 1);
    expect((await client.settings.get()).cueThresholds.softer.now).toBe(10);
    test.services.settings.moveThreshold('softer', -20);
    expect((await client.settings.get()).cueThresholds.softer.now).toBe(4);
  });

  it('tells screens that a silent call is silent', async () => {
    await client.settings.update({ cueMode: 'silent' });
    expect((await startCall()).cueMode).toBe('silent');
    expect(test.analysis.lives[0]!.request.config?.cueChoices.isShown).toBe(false);
  });

  async function enrol(activeLufs: number) {
    test.analysis.nextEnrolment = { activeLufs };
    const events = await client.baselines.enrol({ source: headset, seconds: 10 });
    const source = test.devices.opened.at(-1)!;
    for (let second = 0; second < 10; second += 1) source.hear(16_000);
    const seen = [];
    for await (const event of events) seen.push(event);
    return { seen, source };
  }

  it('reports the progress of an enrolment, and makes two of them the device’s baseline, which its calls use automatically', async () => {
    const { seen, source } = await enrol(-24);
    expect(seen.filter(({ type }) => type === 'progress')).toHaveLength(100);
    expect(seen[49]).toMatchObject({ type: 'progress', seconds: 5, level: { muted: false } });
    expect(source.closed).toBe(true);
    const last = seen.at(-1);
    const soft = (await enrol(-32)).seen.at(-1);
    if (last?.type !== 'done' || soft?.type !== 'done') throw new Error('the enrolments are not over');

    const stored = await client.baselines.save({ normal: last.baseline, soft: soft.baseline });
    // The device did not say whether gain control was on; the soft enrolment was softer, so it was off.
    expect(stored).toMatchObject({ device: 'Headset', baseline: { alphaPerDb: 0.5, agc: false } });
    await startCall();
    expect(test.analysis.lives.at(-1)!.request.baseline).toEqual(stored.baseline);
  });

  it('concludes nothing about gain control from a soft enrolment that is no softer', async () => {
    const reading = (await enrol(-24)).seen.at(-1);
    if (reading?.type !== 'done') throw new Error('the enrolment is not over');
    const stored = await client.baselines.save({ normal: reading.baseline, soft: reading.baseline });
    expect(stored.baseline).toMatchObject({ alphaPerDb: null, agc: null });
  });

  it('notifies every window of the baselines, newest first, and can remove them', async () => {
    const watch = await client.baselines.watch();
    expect((await watch.next()).value).toEqual([]);
    const reading = (await enrol(-24)).seen.at(-1);
    if (reading?.type !== 'done') throw new Error('the enrolment is not over');
    await client.baselines.save({ normal: reading.baseline, soft: null });
    expect((await watch.next()).value).toMatchObject([{ device: 'Headset' }]);
    test.clock.advance(60);
    await client.baselines.save({ normal: { ...reading.baseline, device: 'Built-in' }, soft: null });
    expect((await watch.next()).value).toMatchObject([{ device: 'Built-in' }, { device: 'Headset' }]);
    await client.baselines.remove({ device: 'Headset' });
    expect((await watch.next()).value).toMatchObject([{ device: 'Built-in' }]);
    await watch.return();
    await startCall();
    expect(test.analysis.lives.at(-1)!.request.baseline).toBeNull();
  });

  it('ends an enrolment when its listener leaves', async () => {
    const events = await client.baselines.enrol({ source: headset, seconds: 10 });
    const source = test.devices.opened.at(-1)!;
    source.hear(1_600);
    await events.next();
    await events.return();
    await expect.poll(() => source.closed).toBe(true);
    await expect.poll(() => test.analysis.readings[0]!.outcome).toBe('dropped');
  });

  it('explains why an enrolment is impossible', async () => {
    const gone = client.baselines.enrol({ source: { kind: 'device', name: 'Gone' }, seconds: 10 });
    expect(await appErrorOf(gone)).toBe('no-such-device');
    const events = await client.baselines.enrol({ source: headset, seconds: 10 });
    test.devices.opened.at(-1)!.unplug();
    expect(await appErrorOf(events.next())).toBe('device-failed');
    await settle();
    await startCall();
    expect(await appErrorOf(client.baselines.enrol({ source: headset, seconds: 10 }))).toBe('session-running');
  });
});
