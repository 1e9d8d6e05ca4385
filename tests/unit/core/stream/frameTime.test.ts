import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANALYSIS_RATE_HZ,
  FRAMES_PER_BLOCK,
  framesOf,
  HOP_SAMPLES,
  secondsOf,
} from '../../../../core/stream/frameTime.ts';

describe('frame time', () => {
  it('has a frame every 10 ms and a block every 100 ms', () => {
    expect(HOP_SAMPLES / ANALYSIS_RATE_HZ).toBe(0.01);
    expect(secondsOf(FRAMES_PER_BLOCK)).toBe(0.1);
  });

  it('rounds to the nearest frame', () => {
    expect([0.004, 0.006, 1.234].map(framesOf)).toEqual([0, 1, 123]);
  });

  it('recovers any frame of a day from its seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: framesOf(24 * 3600) }), (frame) => {
        expect(framesOf(secondsOf(frame))).toBe(frame);
      }),
    );
  });
});
