import { setImmediate, setTimeout } from 'node:timers/promises';
import { captureFrameSize } from './captureFormat.ts';
import { openChildChannel } from './childChannel.ts';
import { machineClock } from './machineClock.ts';

/*
 * Entry of the capture child. It reads frames and sends them on, and does nothing else: a blocked thread loses sound.
 * It never releases a device either: it is killed instead, because the library hangs in `release()` after a device
 * loss.
 */

/** Interval between signs of life while it has nothing else to send. */
const heartbeatPeriodMs = 250;
const searchPeriodMs = 250;
const identityPeriodMs = 1_000;
const readRetryMs = 20;

const channel = openChildChannel();
channel.onCommand((command) => {
  const work = command.type === 'list' ? listDevices() : capture(command.name);
  work.catch((error: unknown) => channel.send({ type: 'failed', message: String(error) }));
});

/** Loads the recorder, which no other process does: native code that hangs or crashes takes down only this process. */
async function loadRecorder() {
  return (await import('@picovoice/pvrecorder-node')).PvRecorder;
}
type Recorder = InstanceType<Awaited<ReturnType<typeof loadRecorder>>>;

async function listDevices(): Promise<void> {
  const PvRecorder = await loadRecorder();
  const names = PvRecorder.getAvailableDevices();
  let defaultName: string | null = null;
  try {
    defaultName = new PvRecorder(captureFrameSize, -1).getSelectedDevice();
  } catch {
    // Without a default device, none is marked as the default.
  }
  channel.send({ type: 'devices', names, defaultName });
}

async function capture(name: string): Promise<void> {
  const PvRecorder = await loadRecorder();
  const heartbeat = setInterval(() => channel.send({ type: 'heartbeat' }), heartbeatPeriodMs);

  let recorder: Recorder | undefined;
  while (recorder === undefined) {
    const names = PvRecorder.getAvailableDevices();
    const index = names.indexOf(name);
    if (index >= 0) {
      recorder = new PvRecorder(captureFrameSize, index);
    } else {
      channel.send({ type: 'absent', names });
      await setTimeout(searchPeriodMs);
    }
  }
  recorder.start();
  // From here on, frames are the sign of life.
  clearInterval(heartbeat);
  channel.send({ type: 'started', name: recorder.getSelectedDevice() });

  const opened = recorder;
  setInterval(() => {
    const listed = PvRecorder.getAvailableDevices().includes(name);
    channel.send({ type: 'identity', name: opened.getSelectedDevice(), listed });
  }, identityPeriodMs);

  for (;;) {
    try {
      const samples = opened.readSync();
      channel.send({ type: 'frame', samples, atSeconds: machineClock.monotonicSeconds() });
      await setImmediate();
    } catch {
      channel.send({ type: 'readFailed' });
      await setTimeout(readRetryMs);
    }
  }
}
