import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageTimekeeper } from '../../../../../main/capture/page/pageTimekeeper.ts';

const rate = 16_000;
const chunk = 320;
const chunkSeconds = chunk / rate;

/**
 * Runs the keeper as a page source does: chunks as they arrive, a tick every 250 ms. Returns the samples accounted for.
 */
function run(arrivals: readonly number[], untilSeconds: number) {
  const keeper = new PageTimekeeper(rate);
  let taken = 0;
  let late = 0;
  let gaps = 0;
  let next = 0;
  for (let tick = 0.25; tick <= untilSeconds; tick += 0.25) {
    for (; next < arrivals.length && arrivals[next]! <= tick; next++) {
      const result = keeper.arrived(chunk, arrivals[next]!);
      taken += chunk - result.late;
      late += result.late;
      gaps += result.lost;
    }
    gaps += keeper.waited(tick);
  }
  return { taken, late, gaps, total: taken + gaps };
}

/** Arrival times of chunks recorded back to back. */
function steady(seconds: number, options: { drift?: number } = {}): number[] {
  const count = Math.floor(seconds / chunkSeconds);
  return Array.from({ length: count }, (_, i) => (i + 1) * chunkSeconds * (1 + (options.drift ?? 0)));
}

describe('PageTimekeeper', () => {
  it('reports nothing while chunks arrive on time', () => {
    expect(run(steady(60), 60)).toEqual({ taken: 60 * rate, late: 0, gaps: 0, total: 60 * rate });
  });

  it('recognises lateness under the stall limit, however it comes about', () => {
    const delays = fc.array(fc.double({ min: 0, max: 1.2, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(delays, (pattern) => {
        let before = 0;
        // Every hundredth chunk is delayed by some time, and those after it wait: order is preserved.
        const arrivals = steady(40).map((time, i) => {
          before = Math.max(before, time + (i % 100 === 99 ? pattern[((i / 100) % pattern.length) | 0]! : 0));
          return before;
        });
        expect(run(arrivals, 41.25)).toMatchObject({ taken: 40 * rate, late: 0, gaps: 0 });
      }),
    );
  });

  it('reports what the page lost, once, to within a chunk', () => {
    const lostSeconds = 0.8;
    const arrivals = steady(30).filter((time) => time <= 10 || time > 10 + lostSeconds);
    const { gaps, total } = run(arrivals, 30);
    expect(gaps / rate).toBeCloseTo(lostSeconds, 1);
    expect(Math.abs(total - 30 * rate)).toBeLessThanOrEqual(chunk);
  });

  it('fills a long stall while it lasts, and drops the samples that arrive late in its place', () => {
    const held = steady(30).map((time) => (time > 10 && time <= 15 ? 15 : time));
    const { gaps, late, total } = run(held, 30);
    expect(gaps).toBeGreaterThan(3 * rate);
    expect(late).toBe(gaps);
    expect(total).toBe(30 * rate);
  });

  it('keeps time through a stall after which the page starts again from there', () => {
    const arrivals = steady(40).filter((time) => time <= 10 || time > 20);
    const { total } = run(arrivals, 40);
    expect(Math.abs(total - 40 * rate)).toBeLessThanOrEqual(chunk);
  });

  it.each([100e-6, -100e-6])('treats a clock that is off by %d as drift, not loss', (drift) => {
    expect(run(steady(3_600, { drift }), 3_600)).toMatchObject({ late: 0, gaps: 0 });
  });

  it('does not count the time before the first samples', () => {
    const arrivals = steady(10).map((time) => time + 20);
    expect(run(arrivals, 30)).toMatchObject({ taken: 10 * rate, gaps: 0 });
  });
});
