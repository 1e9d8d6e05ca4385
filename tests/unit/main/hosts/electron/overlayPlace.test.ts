import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlayPlace, overlaySize } from '../../../../../main/hosts/electron/overlayPlace.ts';

const area = fc.record({
  x: fc.integer({ min: -4_000, max: 4_000 }),
  y: fc.integer({ min: -4_000, max: 4_000 }),
  width: fc.integer({ min: 640, max: 4_000 }),
  height: fc.integer({ min: 480, max: 4_000 }),
});
const coordinate = fc.double({ min: -9_000, max: 9_000, noNaN: true });

describe('the place of the small window', () => {
  it('is wholly on the screen wherever it was left, and on whole pixels', () => {
    fc.assert(
      fc.property(fc.option(fc.record({ x: coordinate, y: coordinate })), area, (chosen, screen) => {
        const { x, y } = overlayPlace(chosen, screen);
        expect(x).toBeGreaterThanOrEqual(screen.x);
        expect(y).toBeGreaterThanOrEqual(screen.y);
        expect(x + overlaySize.width).toBeLessThanOrEqual(screen.x + screen.width);
        expect(y + overlaySize.height).toBeLessThanOrEqual(screen.y + screen.height);
        expect([x, y].every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('is where it was left, if that is on the screen', () => {
    const screen = { x: 1_920, y: 0, width: 1_920, height: 1_040 };
    expect(overlayPlace({ x: 2_000, y: 30 }, screen)).toEqual({ x: 2_000, y: 30 });
  });
});
