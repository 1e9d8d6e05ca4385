import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../../core/model/appError.ts';
import { DeviceCapture } from '../../../../../main/capture/device/deviceCapture.ts';
import { FakeCaptureChildren } from './fakeCaptureChild.ts';
import { VirtualClock } from './virtualClock.ts';

function createCapture() {
  const clock = new VirtualClock();
  const children = new FakeCaptureChildren(clock);
  return { clock, children, capture: new DeviceCapture({ spawn: children.spawn, clock }) };
}

describe('DeviceCapture', () => {
  it('lists the devices that a short-lived child names, and ends the child', async () => {
    const { children, capture } = createCapture();
    const list = capture.list();
    children.newest.say({ type: 'devices', names: ['Headset', 'Monitor of Speaker'], defaultName: 'Headset' });
    expect((await list).map(({ name }) => name)).toEqual(['Headset', 'Monitor of Speaker']);
    expect(children.newest.killed).toBe(true);
  });

  it('does not wait forever for a sound system that hangs', async () => {
    const { clock, children, capture } = createCapture();
    const list = capture.list();
    clock.advance(5);
    await expect(list).rejects.toMatchObject({ code: 'device-failed' });
    expect(children.newest.killed).toBe(true);
    expect(clock.repetitionCount).toBe(0);
  });

  it('opens a device and leaves its child running', async () => {
    const { children, capture } = createCapture();
    const opening = capture.open('Headset');
    await Promise.resolve();
    children.start('Headset');
    const source = await opening;
    expect(children.newest.killed).toBe(false);
    await source.close();
  });

  it('leaves no child behind when a device cannot be opened', async () => {
    const { clock, children, capture } = createCapture();
    const opening = capture.open('Headset');
    await Promise.resolve();
    children.newest.say({ type: 'absent', names: ['Webcam'] });
    await expect(opening).rejects.toMatchObject({ code: 'no-such-device' });
    expect(children.newest.killed).toBe(true);
    expect(clock.repetitionCount).toBe(0);
  });

  it('starts no child without permission', async () => {
    const clock = new VirtualClock();
    const children = new FakeCaptureChildren(clock);
    const beforeOpen = async () => {
      throw new AppError('microphone-denied', 'Allow it.');
    };
    const capture = new DeviceCapture({ spawn: children.spawn, clock, beforeOpen });
    await expect(capture.open('Headset')).rejects.toMatchObject({ code: 'microphone-denied' });
    expect(children.all).toHaveLength(0);
  });
});
