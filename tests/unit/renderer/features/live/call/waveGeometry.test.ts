import { describe, expect, it } from 'vitest';
import { type WavePoint, waveMemorySeconds } from '../../../../../../contract/liveCall.ts';
import { strip, wavePaths, waveStretches } from '../../../../../../renderer/features/live/call/waveGeometry.ts';

const point = (at: number, height: number | undefined, state: WavePoint['state'] = 'level'): WavePoint => ({
  at,
  height,
  state,
});

describe('the wave strip', () => {
  it('ends now at its right edge and begins 150 s ago at its left', () => {
    const now = 200;
    const { line } = wavePaths([point(now - waveMemorySeconds, 0), point(now, 1)], now);
    expect(line).toBe(`M0 ${strip.floor}L${strip.width} ${strip.ceiling}`);
  });

  it('leaves a gap where the height is unknown', () => {
    const { line } = wavePaths([point(1, 0.5), point(2, undefined), point(3, 0.5)], 3);
    expect(line.match(/M/g)).toHaveLength(2);
  });

  it('draws nothing without points', () => {
    expect(wavePaths([], 0)).toEqual({ line: '', area: '' });
  });

  it('joins seconds of one state, and leaves out level ones', () => {
    const history = [
      point(146, 0.2),
      point(147, 0.3, 'rising'),
      point(148, 0.4, 'rising'),
      point(149, 0.6, 'peak'),
      point(150, 0.6, 'peak'),
    ];
    expect(waveStretches(history, 150)).toEqual([
      { state: 'rising', x: 588, width: 8 },
      { state: 'peak', x: 596, width: 4 },
    ]);
  });
});
