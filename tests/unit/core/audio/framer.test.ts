import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Framer } from '../../../../core/audio/framer.ts';
import { chunksOf, whiteNoise } from '../../../support/signals.ts';

function framesOf(chunks: readonly Float32Array[], framer = new Framer()): Float32Array[] {
  return [...chunks.flatMap((chunk) => framer.push(chunk)), ...framer.flush()];
}

describe('Framer', () => {
  it('starts frame k at k hops', () => {
    const ramp = new Float32Array(2000).map((_, i) => i);
    const frames = framesOf([ramp]);
    expect(frames.map((frame) => frame[0])).toEqual([0, 160, 320, 480, 640, 800, 960, 1120, 1280, 1440]);
    for (const frame of frames) expect(frame[511]! - frame[0]!).toBe(511);
  });

  it('returns the same frames for any chunking', () => {
    const signal = whiteNoise(0.3);
    const whole = framesOf([signal]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 8 }), (lengths) => {
        expect(framesOf(chunksOf(signal, lengths))).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('drops a trailing partial frame', () => {
    expect(framesOf([new Float32Array(511)])).toEqual([]);
    expect(framesOf([new Float32Array(512)])).toHaveLength(1);
    expect(framesOf([new Float32Array(671)])).toHaveLength(1);
    expect(framesOf([new Float32Array(1)])).toEqual([]);
  });

  it('replaces samples that are not finite or plausible with 0', () => {
    const chunk = new Float32Array(512).fill(0.5);
    chunk.set([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 3e38], 7);
    const [frame] = framesOf([chunk]);
    expect([...frame!.subarray(6, 12)]).toEqual([0.5, 0, 0, 0, 0, 0.5]);
  });

  it('is unaffected when a chunk is reused', () => {
    const framer = new Framer();
    const chunk = new Float32Array(400).fill(0.25);
    framer.push(chunk);
    chunk.fill(9);
    expect(framer.push(new Float32Array(112).fill(0.25))[0]).toEqual(new Float32Array(512).fill(0.25));
  });
});
