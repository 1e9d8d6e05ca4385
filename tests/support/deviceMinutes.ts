import { setImmediate } from 'node:timers/promises';
import { captureRateHz } from '../../main/capture/device/captureFormat.ts';
import { DeviceSource } from '../../main/capture/device/deviceSource.ts';
import { FakeCaptureChildren } from '../unit/main/capture/device/fakeCaptureChild.ts';
import { VirtualClock } from '../unit/main/capture/device/virtualClock.ts';

const name = 'Headset';

/** Samples of one device over simulated minutes. */
interface DeviceMinutes {
  readonly captured: number;
  readonly missing: number;
  /** Samples that fit the elapsed time. */
  readonly elapsed: number;
}

/** A streaming device that, in every minute, stalls briefly, stalls for long, or is lost and returns. */
export async function deviceMinutes(minutes: number): Promise<DeviceMinutes> {
  const clock = new VirtualClock();
  const children = new FakeCaptureChildren(clock);
  const source = new DeviceSource(name, children.spawn, clock);
  children.start(name);
  const begin = clock.monotonicSeconds();
  let [captured, missing] = [0, 0];
  const reading = (async () => {
    for await (const item of source) {
      if (item.type === 'samples') captured += item.channels[0]!.length;
      if (item.type === 'gap') missing += item.sampleCount;
    }
  })();
  for (let minute = 0; minute < minutes; minute++) {
    for (let part = 0; part < 10; part++) {
      children.frames(6.4);
      await setImmediate();
    }
    if (minute % 3 === 0) clock.advance(0.4);
    if (minute % 3 === 1) clock.advance(1.2);
    if (minute % 3 === 2) {
      clock.advance(8);
      children.start(name);
    }
  }
  children.frames(2);
  const elapsed = Math.round((clock.monotonicSeconds() - begin) * captureRateHz);
  await source.close();
  await reading;
  return { captured, missing, elapsed };
}
