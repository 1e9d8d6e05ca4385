import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { captureFrameSize, captureRateHz } from '../../main/capture/device/captureFormat.ts';
import { CaptureRig } from '../support/captureRig.ts';
import { deviceFault, deviceFaultKinds, toneHz } from '../support/deviceFault.ts';
import { DeviceRecording } from '../support/deviceRecording.ts';
import { pulseAudioProblem } from '../support/pulseAudio.ts';
import { seededRandom } from '../support/signals.ts';

const longestAwaySeconds = 0.5;
const toneAmplitude = 0.25;
const tone = Float32Array.from(
  { length: 60 * 48_000 },
  (_, n) => toneAmplitude * Math.sin((2 * Math.PI * toneHz * n) / 48_000),
);

/**
 * Returns the amplitude of one frequency in a signal of whole periods: the discrete Fourier transform at that
 * frequency.
 */
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

/** Time that a scheduler under load may add to one frame on either side of a count. */
const toleranceSeconds = 2 * (captureFrameSize / captureRateHz) + 0.1;

describe.skipIf(pulseAudioProblem() !== undefined)('capturing from a real sound server', () => {
  let rig: CaptureRig;
  beforeAll(async () => {
    rig = await CaptureRig.start();
  });
  afterEach(() => rig.killChildren());
  afterAll(() => rig.stop());

  it('lists the inputs, with monitors and the default marked', async () => {
    await rig.server.control('set-default-source', 'headset');
    expect(await rig.capture.list()).toEqual([
      { name: 'Monitor of Voice', isDefault: false, isMonitor: true },
      { name: 'Headset', isDefault: true, isMonitor: false },
      { name: 'Monitor of Speaker', isDefault: false, isMonitor: true },
    ]);
  });

  it('captures what the computer plays, at its level and frequency, and not what another output plays', async () => {
    rig.server.play('speaker', tone);
    const [speaker, voice] = await Promise.all([rig.capture.open('Monitor of Speaker'), rig.capture.open('Headset')]);
    const recordings = [new DeviceRecording(speaker), new DeviceRecording(voice)] as const;
    await setTimeout(2_500);
    const { missing } = await recordings[0].finish();
    await recordings[1].finish();
    await rig.server.silence();
    const second = recordings[0].captured().subarray(captureRateHz, 2 * captureRateHz);
    expect(amplitudeAt(second, toneHz)).toBeCloseTo(toneAmplitude, 2);
    expect(amplitudeAt(second, 1.5 * toneHz)).toBeLessThan(0.001);
    expect(recordings[1].captured().every((sample) => sample === 0)).toBe(true);
    // A machine too busy to read in time loses sound; the loss is then reported, and the count still matches.
    expect(missing).toBeLessThan(captureRateHz / 2);
    expect(recordings[0].unaccountedSeconds).toBeLessThan(toleranceSeconds);
  });

  it('reports that no sound server is running', async () => {
    await rig.server.killDaemon();
    await expect(rig.capture.list()).rejects.toMatchObject({ code: 'no-sound-server' });
    await expect(rig.capture.open('Headset')).rejects.toMatchObject({ code: 'no-sound-server' });
  });
});

describe.skipIf(pulseAudioProblem() !== undefined)('a microphone', () => {
  const draw = seededRandom(20_261_122);
  it.concurrent.each(deviceFaultKinds)('continues on the same device and no other: %s', async (kind) => {
    const awaySeconds = draw() * longestAwaySeconds;
    const rig = await CaptureRig.start();
    try {
      const { wrongSamples, unaccounted, heardHz, detected, resumed } = await deviceFault(kind, awaySeconds, rig);
      process.stderr.write(
        `${kind}: detected after ${detected.toFixed(2)} s, back ${resumed.toFixed(2)} s after return\n`,
      );
      expect(wrongSamples).toBe(0);
      expect(unaccounted).toBeLessThan(toleranceSeconds);
      // Two periods may be lost on a busy machine; the nearest other sample rate deviates by 36 Hz.
      expect(Math.abs(heardHz - toneHz)).toBeLessThan(5);
    } finally {
      await rig.stop();
    }
  });
});
