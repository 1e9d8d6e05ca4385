import { describe, expect, it } from 'vitest';
import { Hysteresis } from '../../../../core/coaching/hysteresis.ts';
import { framesOf, secondsOf } from '../../../../core/stream/frameTime.ts';

/** Pushes `frames` equal frames and returns how many passed before the state changed, or undefined if it did not. */
function framesToChange(gate: Hysteresis, value: number | undefined, frames: number, running = true) {
  const before = gate.active;
  for (let i = 1; i <= frames; i += 1) {
    if (gate.push(secondsOf(i), value === undefined ? undefined : { value, on: 4, off: 2 }, running) !== before)
      return i;
  }
  return undefined;
}

describe('hysteresis', () => {
  it('switches on after its time beyond `on` and off after its time short of `off`', () => {
    const gate = new Hysteresis(framesOf(1.5), framesOf(0.5));
    expect(framesToChange(gate, 4, 200)).toBe(150);
    expect(framesToChange(gate, 2, 200)).toBeUndefined();
    expect(framesToChange(gate, 1.9, 200)).toBe(50);
  });

  it('starts again when the value falls back before the time is over', () => {
    const gate = new Hysteresis(framesOf(1.5), framesOf(0.5));
    framesToChange(gate, 5, 149);
    framesToChange(gate, 3.9, 1);
    expect(gate.beyondSince).toBeUndefined();
    expect(framesToChange(gate, 5, 200)).toBe(150);
  });

  it('is frozen in silence and while the value is missing', () => {
    const gate = new Hysteresis(framesOf(1.5), framesOf(0.5));
    framesToChange(gate, 5, 100);
    framesToChange(gate, 0, 500, false);
    framesToChange(gate, undefined, 500);
    expect(framesToChange(gate, 5, 200)).toBe(50);
    expect(framesToChange(gate, 0, 500, false)).toBeUndefined();
  });

  it('works downwards if `on` is below `off`', () => {
    const gate = new Hysteresis(framesOf(0.02), framesOf(0.01));
    const push = (value: number) => gate.push(0, { value, on: -10, off: -8 }, true);
    expect([-9, -10, -11, -9, -8, -7.9].map(push)).toEqual([false, false, true, true, true, false]);
  });

  it('reports since when the value has been beyond `on`', () => {
    const gate = new Hysteresis(framesOf(0.02), framesOf(0.01));
    for (const [at, value] of [
      [1, 3],
      [2, 5],
      [3, 6],
      [4, 3],
    ] as const)
      gate.push(at, { value, on: 4, off: 2 }, true);
    expect(gate.beyondSince).toBe(2);
    gate.push(5, { value: 1, on: 4, off: 2 }, true);
    expect(gate.beyondSince).toBeUndefined();
  });
});
