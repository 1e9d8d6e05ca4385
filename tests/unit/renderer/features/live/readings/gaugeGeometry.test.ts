import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleOf, arcPath, dial, pointAt } from '../../../../../../renderer/features/live/readings/gaugeGeometry.ts';

const scale = { low: -14, high: 10 };

describe('a dial', () => {
  it('points straight up at the middle of its scale', () => {
    expect(angleOf(-2, scale)).toBeCloseTo(0);
    expect(pointAt(0, dial.radius)).toEqual({ x: dial.centreX, y: dial.centreY - dial.radius });
  });

  it('ends at half its sweep to either side', () => {
    expect(angleOf(-14, scale)).toBeCloseTo(-dial.sweepDegrees / 2);
    expect(angleOf(10, scale)).toBeCloseTo(dial.sweepDegrees / 2);
  });

  it('stops the needle at its end for values beyond the scale, and never turns back as the value rises', () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [lower, higher] = one < other ? [one, other] : [other, one];
        expect(angleOf(lower, scale)).toBeLessThanOrEqual(angleOf(higher, scale));
        expect(Math.abs(angleOf(one, scale))).toBeLessThanOrEqual(dial.sweepDegrees / 2);
      }),
    );
  });

  it('draws every point of an arc at its radius', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -105, max: 105, noNaN: true }),
        fc.integer({ min: 1, max: 120 }),
        (angle, radius) => {
          const { x, y } = pointAt(angle, radius);
          expect(Math.hypot(x - dial.centreX, y - dial.centreY)).toBeCloseTo(radius);
        },
      ),
    );
  });

  it('takes the long way round only beyond a half turn', () => {
    expect(arcPath(-90, 90, 100)).toBe('M20 126A100 100 0 0 1 220 126');
    expect(arcPath(-105, 105, 100)).toContain(' 0 1 1 ');
  });

  it('rejects an arc that runs backwards', () => {
    expect(() => arcPath(10, 5, 100)).toThrow(RangeError);
  });
});
