import { describe, expect, it } from 'vitest';
import { schedule } from '../../../samples/schedule.ts';

describe('schedule', () => {
  it('starts a turn the given gap after the line before it', () => {
    const placements = schedule([
      { timing: { after: 1 }, seconds: 4 },
      { timing: { after: 0.5 }, seconds: 2 },
    ]);
    expect(placements).toEqual([
      { start: 1, end: 5 },
      { start: 5.5, end: 7.5 },
    ]);
  });

  it('starts an interruption before the other party has finished', () => {
    const placements = schedule([
      { timing: { after: 0 }, seconds: 6 },
      { timing: { cutIn: 1 }, seconds: 3 },
      { timing: { after: 0.25 }, seconds: 1 },
    ]);
    expect(placements.map(({ start }) => start)).toEqual([0, 5, 8.25]);
  });

  it('continues from the line during which a backchannel was said', () => {
    const placements = schedule([
      { timing: { after: 1 }, seconds: 6 },
      { timing: { during: 2 }, seconds: 0.5 },
      { timing: { after: 0.5 }, seconds: 1 },
    ]);
    expect(placements.map(({ start }) => start)).toEqual([1, 3, 7.5]);
  });

  it('rejects a backchannel that outlasts the line during which it is said', () => {
    const lines = [
      { timing: { after: 0 }, seconds: 2 },
      { timing: { during: 1.8 }, seconds: 0.5 },
    ];
    expect(() => schedule(lines)).toThrow(RangeError);
  });

  it('rejects a line before the start of the call', () => {
    expect(() => schedule([{ timing: { cutIn: 1 }, seconds: 2 }])).toThrow(RangeError);
  });
});
