import { describe, expect, it } from 'vitest';
import { SteadyRate } from '../../../renderer/api/steadyRate.ts';
import { concat, sine } from '../../support/signals.ts';

const hz = 440;

/** 10 ms pieces of a tone, as a browser hands them on. */
function pieces(seconds: number, rateHz: number): Float32Array<ArrayBuffer>[] {
  const tone = sine(hz, seconds, 0.5, rateHz);
  const length = rateHz / 100;
  return Array.from({ length: tone.length / length }, (_, i) => tone.slice(i * length, (i + 1) * length));
}

/** Of a tone, from its zero crossings. */
function frequency(signal: Float32Array, rateHz: number): number {
  const rises = [...signal.keys()].filter((n) => n > 0 && signal[n - 1]! < 0 && signal[n]! >= 0);
  return ((rises.length - 1) * rateHz) / (rises.at(-1)! - rises[0]!);
}

describe('a track whose device changes its rate', () => {
  it('passes unchanged as long as it has the rate that it began with', () => {
    const steady = new SteadyRate(48_000);
    for (const piece of pieces(0.1, 48_000)) expect(steady.push(piece, 48_000)).toEqual([piece]);
  });

  it.each([
    [48_000, 44_100],
    [44_100, 48_000],
    [48_000, 16_000],
    [16_000, 48_000],
  ])('keeps its pitch and its time: first %i, then %i, then the first again', (first, then) => {
    const steady = new SteadyRate(first);
    const parts = [first, then, first].map((rateHz) =>
      concat(...pieces(1, rateHz).flatMap((piece) => steady.push(piece, rateHz))),
    );
    for (const part of parts) expect(frequency(part, first)).toBeCloseTo(hz, 0);
    const whole = concat(...parts);
    expect(Math.abs(whole.length - 3 * first)).toBeLessThan(first / 1_000);
    expect(whole.every((sample) => Math.abs(sample) < 0.6)).toBe(true);
  });

  it('hands on memory that is its own, to be given away', () => {
    const steady = new SteadyRate(48_000);
    for (const piece of pieces(0.2, 44_100)) {
      for (const part of steady.push(piece, 44_100)) expect(part.buffer.byteLength).toBe(part.byteLength);
    }
  });
});
