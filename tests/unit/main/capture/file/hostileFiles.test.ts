import { describe, expect, it } from 'vitest';
import { decodeHostile } from '../../../../support/hostileAudio.ts';
import { hostileFormats } from '../../../../support/hostileFormats.ts';

const MUTATIONS_PER_FORMAT = 25;
const HANG_MS = 5_000;

describe('hostile files', () => {
  for (const [name, original] of Object.entries(hostileFormats)) {
    it(`yield samples or a typed error, mutated ${name}`, async () => {
      for (let seed = 1; seed <= MUTATIONS_PER_FORMAT; seed++) {
        const outcome = await decodeHostile(original, seed);
        expect(outcome, `seed ${seed}`).not.toMatchObject({ kind: 'raw' });
        expect(outcome.milliseconds, `seed ${seed}`).toBeLessThan(HANG_MS);
      }
    });
  }
});
