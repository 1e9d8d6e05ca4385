import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SampleClock } from '../../../../../main/capture/device/sampleClock.ts';

const rateHz = 16_000;
const frameSize = 512;
const frameSeconds = frameSize / rateHz;

/** Feeds frames at these moments and sums up the accepted and the missing samples. */
function account(clock: SampleClock, moments: readonly number[]) {
  let accepted = 0;
  let missing = 0;
  for (const moment of moments) {
    const frame = clock.accept(moment);
    missing += frame.missing;
    if (frame.keep) accepted += frameSize;
  }
  return { accepted, missing };
}

/** Returns the moments at which frames are read that follow each other without loss. */
function steady(firstSeconds: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => firstSeconds + index * frameSeconds);
}

describe('SampleClock', () => {
  it('reports nothing missing while frames arrive at their rate', () => {
    const clock = new SampleClock(rateHz, frameSize, 10);
    expect(account(clock, steady(10.04, 1_000))).toEqual({ accepted: 1_000 * frameSize, missing: 0 });
  });

  it('drops a frame that began before the start', () => {
    const clock = new SampleClock(rateHz, frameSize, 10);
    expect(clock.accept(10.02)).toEqual({ missing: 0, keep: false });
    expect(clock.accept(10.052)).toEqual({ missing: 0, keep: true });
  });

  it('reports at the end a loss it could not confirm in time, but not sound that is only late', () => {
    const clock = new SampleClock(rateHz, frameSize, 10);
    account(clock, steady(10.04, 100));
    const last = 10.04 + 99 * frameSeconds;
    expect(clock.end(last + 1.9 * frameSeconds)).toBe(0);
    expect(clock.end(last + 0.41)).toBe(0.41 * rateHz - frameSize);
  });

  it('reports the time before a late first frame', () => {
    const clock = new SampleClock(rateHz, frameSize, 10);
    const { accepted, missing } = account(clock, steady(11, 40));
    expect(missing + accepted).toBe(Math.round((11 + 39 * frameSeconds - 10) * rateHz));
  });

  it('starts its time with the first frame as recorded, not as late as it was read', () => {
    const clock = new SampleClock(rateHz, frameSize, 10);
    const readAt = steady(10.04, 100).map((moment) => Math.max(moment, 10.06));
    const { accepted } = account(clock, readAt);
    expect(accepted).toBe(100 * frameSize);
    expect(Math.abs(clock.lagSamples(10.04 + 99 * frameSeconds))).toBeLessThan(1);
  });

  it('treats a backlog that arrives all at once as late, not as lost', () => {
    const clock = new SampleClock(rateHz, frameSize, 0);
    account(clock, steady(frameSeconds, 100));
    const backlog = Array.from({ length: 40 }, () => 140 * frameSeconds);
    expect(account(clock, [...backlog, ...steady(141 * frameSeconds, 100)]).missing).toBe(0);
  });

  it('reports frames that never arrive within a second', () => {
    const clock = new SampleClock(rateHz, frameSize, 0);
    account(clock, steady(frameSeconds, 100));
    const after = steady(174 * frameSeconds, 31);
    expect(account(clock, after).missing).toBe(73 * frameSize);
  });

  it('reports certain loss while it lasts, and the rest with the first frame after it', () => {
    const clock = new SampleClock(rateHz, frameSize, 0);
    account(clock, steady(frameSeconds, 10));
    const during = clock.lose(2) + clock.lose(3);
    expect(during).toBe(3 * rateHz - frameSize - 10 * frameSize);
    const { accepted, missing } = account(clock, steady(3.5, 5));
    expect(10 * frameSize + during + missing + accepted).toBe(Math.round((3.5 + 4 * frameSeconds) * rateHz));
  });

  it('drops a frame of a sound card that runs ahead by more than one', () => {
    const clock = new SampleClock(rateHz, frameSize, 0);
    const fast = Array.from({ length: 200_000 }, (_, index) => frameSeconds * (1 + index * (1 - 200e-6)));
    const { accepted, missing } = account(clock, fast);
    const elapsed = (fast.at(-1) ?? 0) * rateHz;
    expect(missing).toBe(0);
    expect(Math.abs(accepted - elapsed)).toBeLessThanOrEqual(frameSize + 1);
  });

  it('keeps accepted and missing samples within one frame of the time elapsed, whatever is lost', () => {
    const losses = fc.array(
      fc.record({ frames: fc.integer({ min: 20, max: 200 }), lost: fc.integer({ min: 2, max: 100 }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    const jitterMs = fc.array(fc.integer({ min: -15, max: 15 }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(losses, jitterMs, (stretches, jitter) => {
        const clock = new SampleClock(rateHz, frameSize, 0);
        const moments: number[] = [];
        let index = 1;
        for (const { frames, lost } of [...stretches, { frames: 40, lost: 0 }]) {
          for (let i = 0; i < frames; i++, index++) {
            moments.push(index * frameSeconds + ((jitter[index % 16] ?? 0) + 15) / 1000);
          }
          index += lost;
        }
        const { accepted, missing } = account(clock, moments);
        const elapsed = (index - 1) * frameSize;
        // One frame, and the part that a jitter of 30 ms hides.
        expect(Math.abs(accepted + missing - elapsed)).toBeLessThanOrEqual(2 * frameSize);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
