import { describe, expect, it } from 'vitest';
import type { LevelPreview } from '../../../../contract/liveContract.ts';
import { createLevelMeter } from '../../../../renderer/sound/levelMeter.ts';
import { appliedSettings } from '../../../../renderer/sound/pageMicrophone.ts';

const sampleRateHz = 48_000;

function readingsOf(samples: Float32Array, frameSize: number): LevelPreview[] {
  const measure = createLevelMeter(sampleRateHz);
  const readings: LevelPreview[] = [];
  for (let offset = 0; offset < samples.length; offset += frameSize) {
    const reading = measure(samples.subarray(offset, offset + frameSize));
    if (reading) readings.push(reading);
  }
  return readings;
}

const sine = Float32Array.from({ length: sampleRateHz }, (_, index) =>
  Math.sin((2 * Math.PI * 1000 * index) / sampleRateHz),
);

describe('the level meter of the page', () => {
  it('reads a full-scale sine as −3 dBFS, ten times a second', () => {
    const readings = readingsOf(sine, 480);
    expect(readings).toHaveLength(10);
    for (const { levelDbfs, peakDbfs, muted } of readings) {
      expect(levelDbfs).toBeCloseTo(-3.01, 2);
      expect(peakDbfs).toBeCloseTo(0, 2);
      expect(muted).toBe(false);
    }
  });

  it('reads the same however the sound was cut into frames', () => {
    expect(readingsOf(sine, 4000)).toEqual(readingsOf(sine, 160));
  });

  it('has no level in digital silence and calls it muted after two seconds', () => {
    const readings = readingsOf(new Float32Array(sampleRateHz * 3), 480);
    expect(readings[0]).toEqual({ levelDbfs: null, peakDbfs: null, muted: false });
    expect(readings.findIndex(({ muted }) => muted)).toBe(19);
  });
});

describe('the settings of a microphone', () => {
  it('are passed on as they are in force, without identifiers', () => {
    const settings = { deviceId: 'secret', groupId: 'secret', echoCancellation: false, sampleRate: 48_000 };
    expect(appliedSettings(settings)).toEqual({ echoCancellation: false, sampleRate: 48_000 });
  });
});
