import { describe, expect, it } from 'vitest';
import { seededUniform } from '../../../../../samples/randomNumbers.ts';
import { levelDbfs } from '../../../../../scripts/accuracy/conditions/addNoise.ts';
import { createTalker, roomOfTalkers } from '../../../../../scripts/accuracy/conditions/roomTalkers.ts';

const RATE_HZ = 16_000;

/** A talker who hums at one frequency, at any level. */
function talker(hertz: number, amplitude: number) {
  const clip = Float32Array.from(
    { length: RATE_HZ },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hertz * i) / RATE_HZ),
  );
  return createTalker(`${hertz} Hz`, [clip, clip.subarray(0, RATE_HZ / 2)], RATE_HZ);
}

/** Returns the amplitude of one frequency in a signal of whole periods. */
function amplitudeAt(samples: Float32Array, hertz: number): number {
  let [re, im] = [0, 0];
  samples.forEach((sample, i) => {
    re += sample * Math.cos((2 * Math.PI * hertz * i) / RATE_HZ);
    im += sample * Math.sin((2 * Math.PI * hertz * i) / RATE_HZ);
  });
  return (2 * Math.hypot(re, im)) / samples.length;
}

describe('a room of talkers', () => {
  const hertz = [200, 300, 400, 500, 600];
  const talkers = hertz.map((frequency, i) => talker(frequency, 0.01 * 2 ** i));

  it('has the requested number of talkers, all at one level, from the first sample to the last', () => {
    const room = roomOfTalkers(talkers, 3, 4 * RATE_HZ, seededUniform(7));
    const heard = hertz.map((frequency) => amplitudeAt(room, frequency)).filter((amplitude) => amplitude > 0.1);
    expect(heard).toHaveLength(3);
    for (const amplitude of heard) expect(amplitude).toBeCloseTo(Math.SQRT2, 0);
    expect(levelDbfs(room.subarray(0, 400))).toBeGreaterThan(-20);
    expect(levelDbfs(room.subarray(-400))).toBeGreaterThan(-20);
  });

  it('is the same for the same random numbers, and differs for others', () => {
    const room = (seed: number) => roomOfTalkers(talkers, 3, RATE_HZ, seededUniform(seed));
    expect(room(1)).toEqual(room(1));
    expect(room(1)).not.toEqual(room(2));
  });

  it('rejects a request for more talkers than there are', () => {
    expect(() => roomOfTalkers(talkers, 6, RATE_HZ, seededUniform(1))).toThrow(RangeError);
  });
});
