import { describe, expect, it } from 'vitest';
import { normalFrom, seededUniform } from '../../../../../samples/randomNumbers.ts';
import { activeSpeechLevelDbfs } from '../../../../../scripts/accuracy/conditions/activeSpeechLevel.ts';
import { addNoise, levelDbfs } from '../../../../../scripts/accuracy/conditions/addNoise.ts';

const RATE_HZ = 16_000;
const noise = Float32Array.from({ length: 6 * RATE_HZ }, normalFrom(seededUniform(1)));
/** Six seconds with a tone in two of them. */
const speech = Float32Array.from({ length: 6 * RATE_HZ }, (_, i) =>
  i >= 2 * RATE_HZ && i < 4 * RATE_HZ ? 0.1 * Math.sin(i / 5) : 0,
);

describe('adding noise', () => {
  it.each([15, 5])('sets its level %i dB below the active level, silences included', (snrDb) => {
    const sum = addNoise(speech, noise, snrDb, RATE_HZ);
    const added = sum.map((sample, i) => sample - speech[i]!);
    expect(activeSpeechLevelDbfs(speech, RATE_HZ)! - levelDbfs(added)).toBeCloseTo(snrDb, 2);
    expect(levelDbfs(sum.subarray(0, RATE_HZ))).toBeCloseTo(levelDbfs(added), 0);
  });

  it('makes everything softer if the sum would clip', () => {
    const loud = speech.map((sample) => 9.9 * sample);
    const sum = addNoise(loud, noise, 5, RATE_HZ);
    expect(Math.max(...sum.map(Math.abs))).toBeCloseTo(0.98, 3);
  });

  it('does not change silence', () => {
    const silence = new Float32Array(RATE_HZ);
    expect(addNoise(silence, noise.subarray(0, RATE_HZ), 15, RATE_HZ)).toEqual(silence);
  });
});
