import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../../../../contract/liveContract.ts';
import type { FakeLiveAnalysis } from '../../../../contract/fakes/fakeAnalysis.ts';
import type { FakeSource } from '../../../../contract/fakes/fakeDevices.ts';
import { settle, startTestServices, type TestServices } from '../../../../contract/fakes/testServices.ts';

let test: TestServices;

beforeEach(async () => {
  test = await startTestServices();
});

afterEach(() => test.close());

interface Call {
  readonly sessionId: string;
  readonly analysis: FakeLiveAnalysis;
  readonly agent: FakeSource;
  readonly customer: FakeSource;
  readonly seen: LiveEvent[];
}

async function startCall(): Promise<Call> {
  const { sessionId } = await test.services.live.start({
    inputs: [
      { role: 'agent', source: { kind: 'device', name: 'Headset' } },
      { role: 'customer', source: { kind: 'device', name: 'Built-in' } },
    ],
    baseline: null,
  });
  const seen: LiveEvent[] = [];
  void (async () => {
    for await (const event of test.services.live.session(sessionId).watch()) seen.push(event);
  })();
  const [agent, customer] = test.devices.opened.slice(-2) as [FakeSource, FakeSource];
  return { sessionId, analysis: test.analysis.lives.at(-1)!, agent, customer, seen };
}

/** Lets sources deliver a second of sound, in ten pieces. */
async function pass(seconds: number, ...sources: FakeSource[]): Promise<void> {
  for (let i = 0; i < seconds * 10; i++) {
    test.clock.advance(0.1);
    for (const source of sources) source.hear(1_600);
    await settle();
  }
}

describe('a live session', () => {
  it('leaves neither analysis nor device open when the library cannot accept the call', async () => {
    test.services.library.writer.begin = () => {
      throw new Error('the database is locked');
    };
    await expect(startCall()).rejects.toThrow('the database is locked');
    expect(test.analysis.lives.map(({ outcome }) => outcome)).toEqual(['aborted']);
    expect(test.devices.opened.map(({ closed }) => closed)).toEqual([true, true]);
    expect(test.services.live.current()).toBeNull();
  });

  it('begins both channels together, once both sources have delivered', async () => {
    const { analysis, agent, customer } = await startCall();
    await pass(1, agent);
    expect(analysis.handed).toEqual([]);
    await pass(1, agent, customer);
    // One chunk of the agent's is spent on the beginning.
    expect(Math.abs(analysis.samplesOf('agent') - analysis.samplesOf('customer'))).toBeLessThanOrEqual(1_600);
    expect(analysis.handed.some(({ gap }) => gap !== undefined)).toBe(false);
  });

  it('does not wait forever for a source, and keeps the channels together when it arrives late', async () => {
    const { analysis, agent, customer } = await startCall();
    await pass(5, agent);
    expect(analysis.samplesOf('agent')).toBeGreaterThan(1.5 * 16_000);
    await pass(2, agent, customer);
    const { handed } = analysis;
    expect(handed.filter(({ role, gap }) => role === 'customer' && gap !== undefined)).not.toEqual([]);
    expect(Math.abs(analysis.samplesOf('agent') - analysis.samplesOf('customer'))).toBeLessThanOrEqual(1_600);
  });

  it('continues without a source that is lost, and fills its time', async () => {
    const timersBefore = test.clock.timerCount;
    const { analysis, agent, customer, seen, sessionId } = await startCall();
    await pass(1, agent, customer);
    customer.give({ type: 'broken', error: { code: 'device-failed', message: 'The device is gone.' } });
    customer.unplug();
    await pass(3, agent);
    expect(seen).toContainEqual({ type: 'source', role: 'customer', state: 'lost', message: 'The device is gone.' });
    expect(analysis.samplesOf('agent') - analysis.samplesOf('customer')).toBeLessThanOrEqual(0.25 * 16_000);
    await test.services.live.session(sessionId).stop();
    expect(analysis.outcome).toBe('finished');
    expect(test.clock.timerCount).toBe(timersBefore);
  });

  it('continues when a source throws, and logs the reason once', async () => {
    const { customer, agent, seen, analysis } = await startCall();
    await pass(1, agent, customer);
    customer.break(new Error('driver trouble'));
    await pass(1, agent);
    expect(seen.at(-1)).toMatchObject({ type: 'source', role: 'customer', state: 'lost' });
    expect(test.logger.errors).toHaveLength(1);
    expect(analysis.outcome).toBe('running');
  });

  it('passes on gaps and states of its sources', async () => {
    const { analysis, agent, customer, seen } = await startCall();
    await pass(1, agent, customer);
    agent.become({ state: 'stalled', message: 'No sound.' });
    agent.give({ type: 'gap', sampleCount: 800, reason: 'overflow' });
    await settle();
    expect(analysis.handed.at(-1)).toEqual({ role: 'agent', samples: 800, gap: 'overflow' });
    expect(seen.at(-1)).toEqual({ type: 'source', role: 'agent', state: 'stalled', message: 'No sound.' });
  });

  it('passes on everything the sources had before it ends, then closes them', async () => {
    const { analysis, agent, customer, sessionId, seen } = await startCall();
    await pass(1, agent, customer);
    const before = analysis.samplesOf('agent');
    agent.hear(5_000);
    await test.services.live.session(sessionId).stop();
    expect(analysis.samplesOf('agent')).toBe(before + 5_000);
    expect([agent.closed, customer.closed]).toEqual([true, true]);
    await settle();
    expect(seen.at(-1)?.type).toBe('ended');
  });

  it('fails with a message when the analysis does; the next call may start', async () => {
    const { analysis, agent, customer, seen } = await startCall();
    await pass(1, agent, customer);
    analysis.failure = new Error('worker died');
    await pass(1, agent, customer);
    expect(seen.at(-1)).toMatchObject({ type: 'failed', error: { code: 'internal' } });
    expect(analysis.outcome).toBe('aborted');
    expect(test.logger.errors).toHaveLength(1);
    expect(test.services.live.current()).toBeNull();
    await startCall();
  });

  it('informs a watcher that joins too late how it ended', async () => {
    const { sessionId } = await startCall();
    const { callId } = await test.services.live.session(sessionId).stop();
    const events: LiveEvent[] = [];
    for await (const event of test.services.live.session(sessionId).watch()) events.push(event);
    expect(events).toEqual([{ type: 'ended', callId }]);
  });

  it('is refused for two parties with one role, or one source', async () => {
    const { live } = test.services;
    const headset = { kind: 'device' as const, name: 'Headset' };
    const builtIn = { kind: 'device' as const, name: 'Built-in' };
    const sameRole = [
      { role: 'agent' as const, source: headset },
      { role: 'agent' as const, source: builtIn },
    ];
    const sameSource = [
      { role: 'agent' as const, source: headset },
      { role: 'customer' as const, source: headset },
    ];
    await expect(live.start({ inputs: sameRole, baseline: null })).rejects.toMatchObject({ code: 'roles-mismatch' });
    await expect(live.start({ inputs: sameSource, baseline: null })).rejects.toMatchObject({ code: 'roles-mismatch' });
  });

  it('closes what it opened when another source cannot be opened', async () => {
    const inputs = [
      { role: 'agent' as const, source: { kind: 'device' as const, name: 'Headset' } },
      { role: 'customer' as const, source: { kind: 'device' as const, name: 'Gone' } },
    ];
    await expect(test.services.live.start({ inputs, baseline: null })).rejects.toMatchObject({
      code: 'no-such-device',
    });
    expect(test.devices.opened.map(({ closed }) => closed)).toEqual([true]);
    expect(test.services.live.current()).toBeNull();
  });

  it('ends previews when it starts, and allows none meanwhile', async () => {
    const { live } = test.services;
    const { signal } = new AbortController();
    const source = { kind: 'device' as const, name: 'Headset' };
    const preview = await live.preview(source, signal);
    await startCall();
    for await (const _ of preview) throw new Error('no reading was due');
    expect(test.devices.opened[0]!.closed).toBe(true);
    await expect(live.preview(source, signal)).rejects.toMatchObject({ code: 'session-running' });
  });

  it('is ended when the app closes', async () => {
    const { analysis, agent } = await startCall();
    await test.services.close();
    expect(analysis.outcome).toBe('finished');
    expect(agent.closed).toBe(true);
  });
});
