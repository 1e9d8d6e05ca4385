import { expect, it } from 'vitest';
import { sendRandomMessages } from './fakes/randomMessages.ts';

it('answers or refuses every message without an uncaught exception', async () => {
  const result = await sendRandomMessages({ seed: 20_250_115, count: 2_000 });
  expect(result.uncaught).toEqual([]);
  expect(result.sent).toBe(2_000);
  expect(result.refused).toBeGreaterThan(10);
  expect(result.answered).toBeGreaterThan(1_500);
});
