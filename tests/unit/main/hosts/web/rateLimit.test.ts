import { expect, it } from 'vitest';
import { RateLimit } from '../../../../../main/hosts/web/rateLimit.ts';
import { ManualClock } from '../../../../contract/fakes/manualClock.ts';

it('allows a burst at first and a rate in the long run', () => {
  const clock = new ManualClock();
  const limit = new RateLimit({ perSecond: 10, burst: 20 }, clock);
  const takeMany = (count: number) => Array.from({ length: count }, () => limit.take()).filter(Boolean).length;
  expect(takeMany(50)).toBe(20);
  clock.advance(0.5);
  expect(takeMany(50)).toBe(5);
  clock.advance(3_600);
  expect(takeMany(50)).toBe(20);
});
