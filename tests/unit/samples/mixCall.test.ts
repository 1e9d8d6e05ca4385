import { describe, expect, it } from 'vitest';
import { interleavedPcm, mixChannel, NOISE_FLOOR_DBFS } from '../../../samples/mixCall.ts';
import { levelDbfs } from '../../../samples/speechLevel.ts';

const RATE = 16_000;

describe('mixChannel', () => {
  it('has a faint noise while nobody speaks', () => {
    const channel = mixChannel([], 2, RATE, 1);
    expect(channel).toHaveLength(2 * RATE);
    expect(levelDbfs(channel)).toBeCloseTo(NOISE_FLOOR_DBFS, 3);
  });

  it('adds each sound at its own time', () => {
    const sound = { start: 0.5, samples: Float32Array.of(0.5, -0.25) };
    const silent = mixChannel([], 1, RATE, 1);
    const channel = mixChannel([sound], 1, RATE, 1);
    const added = channel.map((sample, index) => sample - silent[index]!);
    expect(added[8000]).toBeCloseTo(0.5, 6);
    expect(added[8001]).toBeCloseTo(-0.25, 6);
    expect(added.filter((sample) => sample !== 0)).toHaveLength(2);
  });

  it('makes the same noise from the same seed, and a different one from another', () => {
    expect(mixChannel([], 0.1, RATE, 7)).toEqual(mixChannel([], 0.1, RATE, 7));
    expect(mixChannel([], 0.1, RATE, 7)).not.toEqual(mixChannel([], 0.1, RATE, 8));
  });

  it('rejects a sound that outlasts the call', () => {
    const sound = { start: 0.9, samples: new Float32Array(RATE) };
    expect(() => mixChannel([sound], 1, RATE, 1)).toThrow(RangeError);
  });
});

describe('interleavedPcm', () => {
  it('alternates the channels, rounded to 13 bits', () => {
    const pcm = interleavedPcm([Float32Array.of(0.5, 0), Float32Array.of(-0.25, 13 / 32_768)]);
    expect([...pcm]).toEqual([16_384, -8192, 0, 16]);
  });

  it('rejects a sample that would clip', () => {
    expect(() => interleavedPcm([Float32Array.of(1)])).toThrow(RangeError);
  });
});
