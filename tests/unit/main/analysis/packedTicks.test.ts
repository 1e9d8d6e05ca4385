import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FrontEndTick } from '../../../../core/pipeline/partyFrontEnd.ts';
import { packTicks, unpackTicks } from '../../../../main/analysis/packedTicks.ts';

const number = fc.double({ noNaN: true });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const objectOf = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields, { noNullPrototype: true });

const tick: fc.Arbitrary<FrontEndTick> = objectOf({
  live: maybe(
    objectOf({
      index: fc.nat(),
      speakingNow: fc.boolean(),
      momentaryLufs: maybe(number),
      trouble: fc.constantFrom('muted' as const, 'clipping' as const, undefined),
    }),
  ),
  settled: maybe(
    objectOf({
      frame: objectOf({
        index: fc.nat(),
        speech: fc.boolean(),
        kPower: number,
        alpha: maybe(objectOf({ low: number, high: number, lowNoise: number, highNoise: number })),
        f0Hz: maybe(number),
        nuclei: fc.array(number, { maxLength: 3 }),
      }),
      momentaryLufs: maybe(number),
    }),
  ),
});

test('ticks are the same after packing and unpacking', () => {
  fc.assert(
    fc.property(fc.array(tick), (ticks) => {
      expect(unpackTicks(packTicks(ticks))).toEqual(ticks);
    }),
  );
});
