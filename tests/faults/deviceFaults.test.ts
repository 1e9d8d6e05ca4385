import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaptureChild } from '../../main/capture/device/captureChildPort.ts';
import { captureFrameSize, captureRateHz } from '../../main/capture/device/captureFormat.ts';
import { DeviceCapture } from '../../main/capture/device/deviceCapture.ts';
import { forkCaptureChild } from '../../main/capture/device/forkCaptureChild.ts';
import { processEntry } from '../../main/processEntry.ts';
import { captureChildPid, DeviceRecording } from '../support/deviceRecording.ts';
import { PulseAudio, pulseAudioProblem } from '../support/pulseAudio.ts';

const toneHz = 440;
const toneAmplitude = 0.25;
const tone = Float32Array.from(
  { length: 60 * 48_000 },
  (_, n) => toneAmplitude * Math.sin((2 * Math.PI * toneHz * n) / 48_000),
);

/** Amplitude of one frequency in a signal of whole periods: the discrete Fourier transform at that frequency. */
function amplitudeAt(signal: Float32Array, frequencyHz: number): number {
  let real = 0;
  let imaginary = 0;
  for (let n = 0; n < signal.length; n++) {
    const phase = (2 * Math.PI * frequencyHz * n) / captureRateHz;
    real += (signal[n] ?? 0) * Math.cos(phase);
    imaginary -= (signal[n] ?? 0) * Math.sin(phase);
  }
  return (2 * Math.hypot(real, imaginary)) / signal.length;
}

/** What a scheduler under load may add to one frame on either side of a count. */
const toleranceSamples = 2 * captureFrameSize + 0.1 * captureRateHz;

describe.skipIf(pulseAudioProblem() !== undefined)('capturing from a real sound server', () => {
  let server: PulseAudio;
  let capture: DeviceCapture;
  let children: CaptureChild[];

  beforeEach(async () => {
    server = await PulseAudio.start();
    children = [];
    const fork = forkCaptureChild(processEntry('captureChild'), server.env);
    const spawn = () => {
      const child = fork();
      children.push(child);
      return child;
    };
    capture = new DeviceCapture({ spawn });
  });

  afterEach(async () => {
    for (const child of children) child.kill();
    await server.stop();
  });

  it('lists the inputs, with monitors and the default marked', async () => {
    await server.control('set-default-source', 'headset');
    expect(await capture.list()).toEqual([
      { name: 'Monitor of Voice', isDefault: false, isMonitor: true },
      { name: 'Headset', isDefault: true, isMonitor: false },
      { name: 'Monitor of Speaker', isDefault: false, isMonitor: true },
    ]);
  });

  it('says that no sound server is running where none is', async () => {
    await server.killDaemon();
    await expect(capture.list()).rejects.toMatchObject({ code: 'no-sound-server' });
    await expect(capture.open('Headset')).rejects.toMatchObject({ code: 'no-sound-server' });
  });

  it('hears what the computer plays, at its level and frequency, and not what another output plays', async () => {
    server.play('speaker', tone);
    const [speaker, voice] = await Promise.all([capture.open('Monitor of Speaker'), capture.open('Headset')]);
    const recordings = [new DeviceRecording(speaker), new DeviceRecording(voice)] as const;
    await setTimeout(2_500);
    const counts = await recordings[0].finish();
    await recordings[1].finish();
    const second = recordings[0].captured().subarray(captureRateHz, 2 * captureRateHz);
    expect(amplitudeAt(second, toneHz)).toBeCloseTo(toneAmplitude, 2);
    expect(amplitudeAt(second, 1.5 * toneHz)).toBeLessThan(0.001);
    expect(recordings[1].captured().every((sample) => sample === 0)).toBe(true);
    // A machine too busy to read in time loses sound; then it is told, and the count still comes out.
    expect(counts.missing).toBeLessThan(captureRateHz / 2);
    expect(Math.abs(counts.captured + counts.missing - counts.elapsed)).toBeLessThan(toleranceSamples);
  });

  it('loses an unplugged device, takes no other in its place, and goes on when it is back', async () => {
    server.play('voice', tone);
    server.play(
      'speaker',
      Float32Array.from({ length: 60 * 48_000 }, () => 0.9),
    );
    const recording = new DeviceRecording(await capture.open('Headset'));
    await setTimeout(1_000);
    await server.unplugHeadset();
    const detected = await recording.untilState('lost');
    await setTimeout(2_000);
    await server.replugHeadset();
    const resumed = await recording.untilState('ok');
    await setTimeout(1_000);
    const { captured, missing, elapsed } = await recording.finish();
    expect(recording.states.map(({ state }) => state).slice(-2)).toEqual(['lost', 'ok']);
    expect(Math.max(...recording.captured())).toBeLessThan(toneAmplitude + 0.01);
    expect(missing).toBeGreaterThan(2 * captureRateHz);
    expect(Math.abs(captured + missing - elapsed)).toBeLessThan(toleranceSamples);
    process.stderr.write(`unplugged: lost after ${detected.toFixed(2)} s, back ${resumed.toFixed(2)} s after return\n`);
  });

  it('survives the end of the sound server and goes on with the next one', async () => {
    const recording = new DeviceRecording(await capture.open('Headset'));
    await setTimeout(500);
    await server.killDaemon();
    const detected = await recording.untilState('lost');
    await server.startDaemon();
    const resumed = await recording.untilState('ok');
    await setTimeout(500);
    const { captured, missing, elapsed } = await recording.finish();
    expect(Math.abs(captured + missing - elapsed)).toBeLessThan(toleranceSamples);
    process.stderr.write(
      `server killed: lost after ${detected.toFixed(2)} s, back ${resumed.toFixed(2)} s after return\n`,
    );
  });

  it('notices that a device was muted', async () => {
    server.play('voice', tone);
    const recording = new DeviceRecording(await capture.open('Headset'));
    await setTimeout(500);
    expect(recording.states).toEqual([]);
    await server.control('set-source-mute', 'headset', '1');
    await recording.until(() => recording.states.some(({ message }) => message.includes('muted')), 'the notice');
    await server.control('set-source-mute', 'headset', '0');
    await recording.until(() => recording.states.length === 2, 'the sound');
    await recording.finish();
  });

  it('kills a child that hangs and goes on with another', async () => {
    const recording = new DeviceRecording(await capture.open('Headset'));
    const pid = await captureChildPid();
    process.kill(pid, 'SIGSTOP');
    await recording.untilState('lost');
    await recording.untilState('ok');
    const { captured, missing, elapsed } = await recording.finish();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(missing).toBeGreaterThan(captureRateHz);
    expect(Math.abs(captured + missing - elapsed)).toBeLessThan(toleranceSamples);
  });
});
