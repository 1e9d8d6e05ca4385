import { describe, expect, it } from 'vitest';
import { FINE_DELAY_SAMPLES } from '../../../../../core/audio/fineResampler.ts';
import type { CaptureItem } from '../../../../../main/capture/audioSource.ts';
import { captureFrameSize, captureRateHz } from '../../../../../main/capture/device/captureFormat.ts';
import { DeviceSource } from '../../../../../main/capture/device/deviceSource.ts';
import { deviceMinutes } from '../../../../support/deviceMinutes.ts';
import { FakeCaptureChildren, frameSeconds } from './fakeCaptureChild.ts';
import { VirtualClock } from './virtualClock.ts';

const name = 'Headset';

/** Opens a device that streams, and records every state it reports. */
function openDevice(deviceName = name) {
  const clock = new VirtualClock();
  const children = new FakeCaptureChildren(clock);
  const source = new DeviceSource(deviceName, children.spawn, clock);
  const states: { state: string; message: string }[] = [];
  source.onState((change) => states.push(change));
  children.start(deviceName);
  return { clock, children, source, states, stateNames: () => states.map(({ state }) => state) };
}

/** Closes the source and returns everything its reader received. */
async function drain(source: DeviceSource, reader: AsyncIterator<CaptureItem>): Promise<CaptureItem[]> {
  await source.close();
  const items: CaptureItem[] = [];
  for (let next = await reader.next(); next.done !== true; next = await reader.next()) items.push(next.value);
  return items;
}

function countSamples(items: readonly CaptureItem[]) {
  let captured = 0;
  let missing = 0;
  for (const item of items) {
    if (item.type === 'samples') captured += item.channels[0]?.length ?? 0;
    if (item.type === 'gap') missing += item.sampleCount;
  }
  return { captured, missing };
}

describe('a device source, when it opens', () => {
  it('asks its child for the device of that name and is open with the first frame', async () => {
    const { children, source } = openDevice();
    await expect(source.opened).resolves.toBeUndefined();
    expect(children.newest.commands).toEqual([{ type: 'capture', name }]);
  });

  it('waits for a first frame that arrives two seconds late, after reads that failed', async () => {
    const clock = new VirtualClock();
    const children = new FakeCaptureChildren(clock);
    const source = new DeviceSource(name, children.spawn, clock);
    children.newest.say({ type: 'started', name });
    clock.advance(1);
    children.newest.say({ type: 'readFailed' });
    clock.advance(1);
    children.frame();
    await expect(source.opened).resolves.toBeUndefined();
    expect(children.all).toHaveLength(1);
  });

  it('reports that the device is not connected when the child does not find it', async () => {
    const clock = new VirtualClock();
    const children = new FakeCaptureChildren(clock);
    const source = new DeviceSource(name, children.spawn, clock);
    children.newest.say({ type: 'absent', names: ['Monitor of Speaker'] });
    await expect(source.opened).rejects.toMatchObject({ code: 'no-such-device' });
    await source.close();
  });

  it('gives up on a device without sound after two tries', async () => {
    const clock = new VirtualClock();
    const children = new FakeCaptureChildren(clock);
    const source = new DeviceSource(name, children.spawn, clock);
    children.newest.say({ type: 'started', name });
    clock.advance(4.5);
    children.newest.say({ type: 'started', name });
    clock.advance(4.5);
    await expect(source.opened).rejects.toMatchObject({ code: 'device-failed' });
    await source.close();
  });

  it('never accepts another device that answers in its place', () => {
    const clock = new VirtualClock();
    const children = new FakeCaptureChildren(clock);
    const source = new DeviceSource(name, children.spawn, clock);
    source.opened.catch(() => {});
    const first = children.newest;
    first.say({ type: 'started', name: 'Webcam' });
    expect(first.killed).toBe(true);
  });
});

describe('a device source, while it streams', () => {
  it('yields everything captured since reading began, in order and at full scale ±1', async () => {
    const { children, source } = openDevice();
    children.frames(0.32, 32_767);
    const reader = source[Symbol.asyncIterator]();
    children.frames(0.32, -32_768);
    children.frames(0.32, 16_384);
    const items = await drain(source, reader);
    const levels = items.map((item) => (item.type === 'samples' ? item.channels[0]?.[FINE_DELAY_SAMPLES] : undefined));
    expect(levels).toEqual([...new Array(10).fill(-1), ...new Array(10).fill(0.5)]);
  });

  it('turns what its reader leaves too long into a gap', async () => {
    const { children, source } = openDevice();
    const reader = source[Symbol.asyncIterator]();
    children.frames(15);
    await reader.next();
    children.frames(frameSeconds);
    const items = await drain(source, reader);
    const counts = countSamples(items);
    expect(items.at(-2)).toMatchObject({ type: 'gap', reason: 'the computer was too busy' });
    expect(counts.captured + counts.missing + captureFrameSize).toBe(
      Math.round(15 / frameSeconds + 1) * captureFrameSize,
    );
  });

  it('notices exact zeros, and their end', () => {
    const { children, states } = openDevice();
    children.frames(1.9, 0);
    expect(states).toEqual([]);
    children.frames(0.2, 0);
    expect(states).toEqual([{ state: 'ok', message: expect.stringContaining('muted') }]);
    children.frames(0.1);
    expect(states).toHaveLength(2);
  });

  it('expects the monitor of an output to be silent when nothing is played', () => {
    const { children, states } = openDevice('Monitor of Speaker');
    children.frames(10, 0);
    expect(states).toEqual([]);
  });

  it('ignores anything outside the protocol', () => {
    const { children, states } = openDevice();
    for (const message of [null, 7, 'frame', { type: 'frame', samples: [1, 2] }, { type: 'bye' }]) {
      children.newest.babble(message);
    }
    children.frames(1);
    expect(states).toEqual([]);
  });
});

describe('a device source, in trouble', () => {
  it('is stalled after half a second without a frame, and recovers with the next', () => {
    const { clock, children, stateNames } = openDevice();
    const child = children.newest;
    clock.advance(0.7);
    expect(stateNames()).toEqual(['stalled']);
    children.frame(1_000, child);
    expect(stateNames()).toEqual(['stalled', 'ok']);
    expect(children.all.map(({ killed }) => killed)).toEqual([false, true]);
  });

  it('switches to the child that was started when it stalled, as soon as that has sound', async () => {
    const { clock, children, source, stateNames } = openDevice();
    const stalled = children.newest;
    const reader = source[Symbol.asyncIterator]();
    const begin = clock.monotonicSeconds();
    children.frames(1.6);
    clock.advance(0.8);
    children.start(name);
    expect(stalled.killed).toBe(true);
    expect(stateNames()).toEqual(['stalled', 'lost', 'ok']);
    children.frames(1.6);
    const elapsed = Math.round((clock.monotonicSeconds() - begin) * captureRateHz);
    const { captured, missing } = countSamples(await drain(source, reader));
    expect(children.all).toHaveLength(2);
    expect(captured).toBe(100 * captureFrameSize);
    expect(captured + missing).toBe(elapsed);
  });

  it('measures how long it was away by the least late of its first frames', async () => {
    const { clock, children, source } = openDevice();
    const reader = source[Symbol.asyncIterator]();
    const begin = clock.monotonicSeconds();
    children.frames(1.6);
    children.newest.say({ type: 'readFailed' });
    clock.advance(1.5);
    children.start(name);
    // Two frames were read late, the third on time.
    clock.advance(3 * frameSeconds);
    for (let frame = 0; frame < 3; frame++) children.frame();
    children.frames(1.6);
    const elapsed = Math.round((clock.monotonicSeconds() - begin) * captureRateHz);
    const { captured, missing } = countSamples(await drain(source, reader));
    expect(captured).toBe(103 * captureFrameSize);
    expect(captured + missing).toBe(elapsed);
  });

  it('is lost when the child that was started when it stalled finds no such device', () => {
    const { clock, children, states } = openDevice();
    const stalled = children.newest;
    clock.advance(0.8);
    children.newest.say({ type: 'absent', names: [] });
    expect(stalled.killed).toBe(true);
    expect(states.at(-1)).toEqual({ state: 'lost', message: expect.stringContaining('not connected') });
    expect(children.newest.killed).toBe(false);
  });

  it('kills a child that is silent for a second and a half, and starts another', () => {
    const { clock, children, stateNames } = openDevice();
    const hung = children.newest;
    clock.advance(1.9);
    expect(hung.killed).toBe(true);
    expect(stateNames()).toEqual(['stalled', 'lost']);
    expect(children.all).toHaveLength(2);
    children.start(name);
    expect(stateNames()).toEqual(['stalled', 'lost', 'ok']);
  });

  it('does not blame the child for a delay of its own process', () => {
    const { clock, children, states } = openDevice();
    clock.block(3);
    children.frames(0.5);
    expect(states).toEqual([]);
    expect(children.all).toHaveLength(1);
  });

  it.each([
    ['a read fails', { type: 'readFailed' }],
    ['the device is not listed any more', { type: 'identity', name, listed: false }],
    ['the child finds another device under its hands', { type: 'identity', name: 'Webcam', listed: true }],
    ['the library fails', { type: 'failed', message: 'out of order' }],
  ] as const)('is lost at once when %s', (_, message) => {
    const { children, stateNames } = openDevice();
    const child = children.newest;
    child.say(message);
    expect(child.killed).toBe(true);
    expect(stateNames()).toEqual(['lost']);
  });

  it('is reopened when its sample rate changes, which it detects within a second and a half', () => {
    const { clock, children, states } = openDevice();
    children.frames(1);
    const changedAt = clock.monotonicSeconds();
    while (states.length === 0) {
      clock.advance((frameSeconds * 48_000) / 44_100);
      children.frame();
    }
    expect(clock.monotonicSeconds() - changedAt).toBeLessThan(1.5);
    expect(states[0]).toEqual({ state: 'lost', message: expect.stringContaining('sample rate has changed') });
    clock.advance(0.3);
    children.start(name);
    expect(states.at(-1)?.state).toBe('ok');
    children.frames(3);
    expect(children.all).toHaveLength(2);
  });

  it('ignores a child that it gave up', async () => {
    const { clock, children, source } = openDevice();
    const reader = source[Symbol.asyncIterator]();
    const given = children.newest;
    given.exit();
    given.say({ type: 'frame', samples: new Int16Array(captureFrameSize), atSeconds: clock.monotonicSeconds() });
    expect(countSamples(await drain(source, reader)).captured).toBe(0);
  });

  it('fills the time while the device is away with gaps, and loses none of it', async () => {
    const { clock, children, source } = openDevice();
    const reader = source[Symbol.asyncIterator]();
    const begin = clock.monotonicSeconds();
    children.frames(3.2);
    children.newest.say({ type: 'readFailed' });
    clock.advance(0.3);
    children.newest.say({ type: 'absent', names: [] });
    for (let second = 0; second < 20; second++) {
      clock.advance(0.5);
      children.newest.say({ type: 'heartbeat' });
    }
    children.start(name);
    children.frames(3.2);
    const elapsed = Math.round((clock.monotonicSeconds() - begin) * captureRateHz);
    const { captured, missing } = countSamples(await drain(source, reader));
    expect(captured).toBe(200 * captureFrameSize);
    expect(Math.abs(captured + missing - elapsed)).toBeLessThanOrEqual(captureFrameSize);
  });

  it('does not start a crashing child more than once a second in the long run', () => {
    const { clock, children } = openDevice();
    for (let index = 0; index < 600; index++) {
      children.newest.exit();
      clock.advance(0.1);
    }
    expect(children.all.length).toBeLessThan(70);
  });

  it('keeps samples and gaps together equal to the time elapsed over ten minutes of troubles', async () => {
    const { captured, missing, elapsed } = await deviceMinutes(10);
    expect(Math.abs(captured + missing - elapsed)).toBeLessThanOrEqual(captureFrameSize);
  });
});

describe('a device source, when it is closed', () => {
  it('ends its child, its reader and its timer, and can be closed twice', async () => {
    const { clock, children, source } = openDevice();
    const reader = source[Symbol.asyncIterator]();
    await source.close();
    await source.close();
    expect(children.newest.killed).toBe(true);
    expect((await reader.next()).done).toBe(true);
    expect(clock.repetitionCount).toBe(0);
  });
});
