import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureFrameSize, captureRateHz } from '../../../../../main/capture/device/captureFormat.ts';
import { RateCheck } from '../../../../../main/capture/device/rateCheck.ts';

const frameSeconds = captureFrameSize / captureRateHz;

interface Arrivals {
  readonly seconds: number;
  /** Of the source, over the rate that it is said to have. */
  readonly rateRatio?: (seconds: number) => number;
  /** By how much a frame is read late. */
  readonly lateness?: (frame: number) => number;
  readonly isLost?: (frame: number) => boolean;
}

/** When the change is heard, in seconds from the start; undefined for never. */
function heardAfter({ seconds, rateRatio = () => 1, lateness = () => 0, isLost = () => false }: Arrivals) {
  const check = new RateCheck(captureRateHz);
  let at = 0;
  let readAt = 0;
  for (let frame = 0; at < seconds; frame++) {
    at += frameSeconds / rateRatio(at);
    // Frames are read in their order.
    readAt = Math.max(readAt, at + lateness(frame));
    if (!isLost(frame) && check.push(captureFrameSize, readAt)) return readAt;
  }
  return undefined;
}

describe('a sample rate that is not the one that it was', () => {
  it.each([
    [44_100, 48_000],
    [48_000, 44_100],
    [48_000, 32_000],
    [16_000, 48_000],
    [48_000, 16_000],
    [16_000, 8_000],
  ])('is heard within 1.5 s: %i Hz where it was %i Hz', (now, before) => {
    for (let changedAt = 2; changedAt < 2.5; changedAt += 0.01) {
      const rateRatio = (seconds: number) => (seconds < changedAt ? 1 : now / before);
      const heard = heardAfter({ seconds: 6, rateRatio, lateness: (frame) => (frame % 7) * 0.002 });
      expect(heard! - changedAt).toBeGreaterThan(0);
      expect(heard! - changedAt).toBeLessThan(1.5);
    }
  });

  it('is not heard of two clocks that drift apart', () => {
    expect(heardAfter({ seconds: 3_600, rateRatio: () => 1.001 })).toBeUndefined();
    expect(heardAfter({ seconds: 3_600, rateRatio: () => 0.999 })).toBeUndefined();
  });

  it('is not heard where sound is late, comes all at once or is lost', () => {
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
