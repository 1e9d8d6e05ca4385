import { describe, expect, it } from 'vitest';
import { activeSpeechLevelDbfs } from '../../../../../scripts/accuracy/conditions/activeSpeechLevel.ts';

const RATE_HZ = 16_000;

/** Returns bursts of noise with silence between them. */
function bursts(burstSeconds: number, silenceSeconds: number, count: number, amplitude: number): Float32Array {
  const period = Math.round((burstSeconds + silenceSeconds) * RATE_HZ);
  return Float32Array.from({ length: period * count }, (_, i) =>
    i % period < burstSeconds * RATE_HZ ? amplitude * Math.sin(2 * Math.PI * 440 * (i / RATE_HZ)) : 0,
  );
}

describe('the active speech level (ITU-T P.56)', () => {
  it('is the plain level if somebody speaks all the time', () => {
    expect(activeSpeechLevelDbfs(bursts(5, 0, 1, 0.1), RATE_HZ)).toBeCloseTo(-23.01, 0);
  });

  it('ignores long silences', () => {
    const level = activeSpeechLevelDbfs(bursts(2, 8, 3, 0.1), RATE_HZ)!;
    expect(Math.abs(level - -23.01)).toBeLessThan(1);
  });

  it('counts pauses shorter than the hangover as speech', () => {
    // 100 ms on, 100 ms off: half the time is silent, but nobody has stopped speaking.
    const level = activeSpeechLevelDbfs(bursts(0.1, 0.1, 50, 0.1), RATE_HZ)!;
    expect(Math.abs(level - -26.02)).toBeLessThan(0.5);
  });

  it('follows a gain dB for dB', () => {
    const soft = activeSpeechLevelDbfs(bursts(1, 2, 4, 0.05), RATE_HZ)!;
    const loud = activeSpeechLevelDbfs(bursts(1, 2, 4, 0.5), RATE_HZ)!;
    expect(loud - soft).toBeCloseTo(20, 0);
  });

  it('is undefined for silence', () => {
    expect(activeSpeechLevelDbfs(new Float32Array(RATE_HZ), RATE_HZ)).toBeUndefined();
  });
});
