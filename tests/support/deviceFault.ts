import { setTimeout } from 'node:timers/promises';
import { captureRateHz } from '../../main/capture/device/captureFormat.ts';
import { machineClock } from '../../main/capture/device/machineClock.ts';
import type { CaptureRig } from './captureRig.ts';
import { captureChildPid, DeviceRecording } from './deviceRecording.ts';
import type { PulseAudio } from './pulseAudio.ts';

/** Faults of the microphone “Headset” of a private sound server during a call. */
export const deviceFaultKinds = [
  'unplugged and replugged',
  'muted and unmuted',
  'sound server killed',
  'another sample rate',
  'another device put in its place',
  'capture child hangs',
] as const;
export type DeviceFaultKind = (typeof deviceFaultKinds)[number];

/** Outcome of one fault; times are in seconds. */
export interface DeviceFaultOutcome {
  /** From the fault until the source reports a problem. */
  readonly detected: number;
  /** From the return of the device until its sound is back. */
  readonly resumed: number;
  /** Samples that only another microphone can have delivered. */
  readonly wrongSamples: number;
  /** Difference between the elapsed time and captured plus missing samples. */
  readonly unaccounted: number;
  /** Frequency of the played tone at the end; a different one reveals a wrong sample rate. */
  readonly heardHz: number;
  /** From the fault until the hung process is gone; undefined for other faults. */
  readonly killed: number | undefined;
}

export const toneHz = 440;
const [toneAmplitude, otherLevel] = [0.25, 0.9];
/** Duration at the end over which the tone is measured. */
const heardSeconds = 0.4;
const longestSeconds = 30;
const tone = Float32Array.from(
  { length: longestSeconds * 48_000 },
  (_, n) => toneAmplitude * Math.sin((2 * Math.PI * toneHz * n) / 48_000),
);
/** Level on every other device, which the tone never has. */
const other = new Float32Array(longestSeconds * 48_000).fill(otherLevel);

/** @param awaySeconds duration of the fault after it is detected */
export async function deviceFault(
  kind: DeviceFaultKind,
  awaySeconds: number,
  { server, capture }: CaptureRig,
): Promise<DeviceFaultOutcome> {
  server.play('voice', tone);
  server.play('speaker', other);
  const recording = new DeviceRecording(await capture.open('Headset'));
  const lastState = () => recording.states.at(-1);
  try {
    await setTimeout(600);
    const pid = await captureChildPid(server);
    const statesBefore = recording.states.length;
    const from = machineClock.monotonicSeconds();
    await strike(kind, server, pid);
    await recording.until(() => recording.states.length > statesBefore, `a word about: ${kind}`);
    const detected = (recording.states[statesBefore]?.atSeconds ?? Number.NaN) - from;
    const killed = kind === 'capture child hangs' ? await secondsUntilGone(pid, from) : undefined;
    await setTimeout(1_000 * awaySeconds);
    await mend(kind, server);
    const back = machineClock.monotonicSeconds();
    await recording.until(
      () => lastState()?.state === 'ok' && lastState()?.message.includes('again') === true,
      `the return after: ${kind}`,
    );
    const resumed = Math.max(0, (lastState()?.atSeconds ?? Number.NaN) - back);
    await setTimeout(600);
    await recording.finish();
    const captured = recording.captured();
    return {
      detected,
      resumed,
      wrongSamples: captured.filter((sample) => Math.abs(sample) > (toneAmplitude + otherLevel) / 2).length,
      unaccounted: recording.unaccountedSeconds,
      heardHz: frequencyOf(captured.subarray(-heardSeconds * captureRateHz)),
      killed,
    };
  } finally {
    await recording.finish();
    await server.silence();
  }
}

async function strike(kind: DeviceFaultKind, server: PulseAudio, childPid: number): Promise<void> {
  switch (kind) {
    case 'unplugged and replugged':
      await server.unplugHeadset();
      return;
    case 'muted and unmuted':
      await server.control('set-source-mute', 'headset', '1');
      return;
    case 'sound server killed':
      await server.killDaemon();
      return;
    case 'another sample rate':
      // A device that changes its rate, like a Bluetooth headset that changes its profile, disappears and returns
      // immediately.
      await server.unplugHeadset();
      await server.replugHeadset(44_100);
      return;
    case 'another device put in its place':
      // A stream whose device is removed moves to the default one.
      await server.control('set-default-source', 'speaker.monitor');
      await server.unplugHeadset();
      return;
    case 'capture child hangs':
      process.kill(childPid, 'SIGSTOP');
  }
}

async function mend(kind: DeviceFaultKind, server: PulseAudio): Promise<void> {
  if (kind === 'unplugged and replugged' || kind === 'another device put in its place') await server.replugHeadset();
  if (kind === 'muted and unmuted') await server.control('set-source-mute', 'headset', '0');
  if (kind === 'sound server killed') {
    await server.startDaemon();
    server.play('voice', tone);
  }
}

/** Frequency of a tone, from its rising zero crossings. */
function frequencyOf(samples: Float32Array): number {
  const rises: number[] = [];
  for (let n = 1; n < samples.length; n++) {
    const [before, now] = [samples[n - 1]!, samples[n]!];
    if (before < 0 && now >= 0) rises.push(n - now / (now - before));
  }
  return ((rises.length - 1) * captureRateHz) / (rises.at(-1)! - rises[0]!);
}

async function secondsUntilGone(pid: number, fromSeconds: number): Promise<number> {
  while (isThere(pid)) await setTimeout(10);
  return machineClock.monotonicSeconds() - fromSeconds;
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
