import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureFrameSize, captureRateHz } from '../../../../../main/capture/device/captureFormat.ts';
import { RateCheck } from '../../../../../main/capture/device/rateCheck.ts';

const frameSeconds = captureFrameSize / captureRateHz;

interface Arrivals {
  readonly seconds: number;
  /** Rate of the source relative to its nominal one. */
  readonly rateRatio?: (seconds: number) => number;
  /** Time by which a frame is read late. */
  readonly lateness?: (frame: number) => number;
  readonly isLost?: (frame: number) => boolean;
}

/** Returns the time at which the change is detected, in seconds from the start; undefined for never. */
function heardAfter({ seconds, rateRatio = () => 1, lateness = () => 0, isLost = () => false }: Arrivals) {
  const check = new RateCheck(captureRateHz);
  let at = 0;
  let readAt = 0;
  for (let frame = 0; at < seconds; frame++) {
    at += frameSeconds / rateRatio(at);
    // Frames are read in order.
    readAt = Math.max(readAt, at + lateness(frame));
    if (!isLost(frame) && check.push(captureFrameSize, readAt)) return readAt;
  }
  return undefined;
}

describe('a changed sample rate', () => {
  it.each([
    [44_100, 48_000],
    [48_000, 44_100],
    [48_000, 32_000],
    [16_000, 48_000],
    [48_000, 16_000],
    [16_000, 8_000],
  ])('is detected within 1.5 s: %i Hz instead of %i Hz', (now, before) => {
    for (let changedAt = 2; changedAt < 2.5; changedAt += 0.01) {
      const rateRatio = (seconds: number) => (seconds < changedAt ? 1 : now / before);
      const heard = heardAfter({ seconds: 6, rateRatio, lateness: (frame) => (frame % 7) * 0.002 });
      expect(heard! - changedAt).toBeGreaterThan(0);
      expect(heard! - changedAt).toBeLessThan(1.5);
    }
  });

  it('is not reported for two clocks that drift apart', () => {
    expect(heardAfter({ seconds: 3_600, rateRatio: () => 1.001 })).toBeUndefined();
    expect(heardAfter({ seconds: 3_600, rateRatio: () => 0.999 })).toBeUndefined();
  });

  it('is not reported if sound is late, arrives in a burst or is lost', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.integer({ min: 0, max: 900 }),
            frames: fc.integer({ min: 1, max: 60 }),
            lost: fc.boolean(),
          }),
          { maxLength: 8 },
        ),
        fc.array(fc.double({ min: 0, max: 0.03, noNaN: true }), { minLength: 1, maxLength: 50 }),
        (troubles, jitter) => {
          const during = (frame: number, lost: boolean) =>
            troubles.find(
              (trouble) => trouble.lost === lost && frame >= trouble.at && frame < trouble.at + trouble.frames,
            );
          const heard = heardAfter({
            seconds: 30,
            lateness(frame) {
              const trouble = during(frame, false);
              const held = trouble ? (trouble.at + trouble.frames - frame) * frameSeconds : 0;
              return held + jitter[frame % jitter.length]!;
            },
            isLost: (frame) => during(frame, true) !== undefined,
          });
          expect(heard).toBeUndefined();
        },
      ),
    );
  });
});
