import { describe, expect, it } from 'vitest';
import { LevelMeter } from '../../../../core/audio/levelMeter.ts';

const rate = 16_000;

function sine(seconds: number, amplitude: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, i) => amplitude * Math.sin((2 * Math.PI * 440 * i) / rate));
}

describe('LevelMeter', () => {
  it('reads −3 dBFS mean square and 0 dBFS peak for a full-scale sine, ten times per second', () => {
    const readings = new LevelMeter(rate).push(sine(1, 1));
    expect(readings).toHaveLength(10);
    for (const { levelDbfs, peakDbfs, muted } of readings) {
      expect(levelDbfs).toBeCloseTo(-3.01, 2);
      expect(peakDbfs).toBeCloseTo(0, 2);
      expect(muted).toBe(false);
    }
  });

  it('returns the same readings for any chunking', () => {
    const signal = sine(0.5, 0.3);
    const meter = new LevelMeter(rate);
    const chunked = [0, 1, 700, 701, 5_000].flatMap((start, i, starts) =>
      meter.push(signal.subarray(start, starts[i + 1])),
    );
    expect(chunked).toEqual(new LevelMeter(rate).push(signal));
  });

  it('has no level in silence, and reports it as muted after two seconds', () => {
    const readings = new LevelMeter(rate).push(new Float32Array(rate * 2.5));
    expect(readings[0]).toEqual({ levelDbfs: null, peakDbfs: null, muted: false });
    expect(readings.map(({ muted }) => muted).indexOf(true)).toBe(19);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e30])('counts a sample of %d as zero', (sample) => {
    const [reading] = new LevelMeter(rate).push(new Float32Array(1_600).fill(sample));
    expect(reading).toEqual({ levelDbfs: null, peakDbfs: null, muted: false });
  });
});
