import { describe, expect, it } from 'vitest';
import { FrameTrack, gaussianWindow, meanWindow } from '../../../../core/features/frameTrack.ts';

function trackOf(values: readonly number[]): FrameTrack {
  const track = new FrameTrack();
  for (const value of values) track.push(value);
  return track;
}

describe('FrameTrack', () => {
  it('remembers the latest 64 frames by their number', () => {
    const track = trackOf(Array.from({ length: 200 }, (_, i) => i));
    expect(track.at(199)).toBe(199);
    expect(track.at(136)).toBe(136);
  });

  it('is constant before its first frame', () => {
    expect(trackOf([7, 1, 1]).at(-5)).toBe(7);
  });

  it('averages around a frame with weights that sum to one', () => {
    const track = trackOf([0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0]);
    expect(track.around(5, meanWindow(1))).toBeCloseTo(2, 12);
    const spread = [3, 4, 5, 6, 7].map((frame) => track.around(frame, gaussianWindow(0.6)));
    expect(spread.reduce((sum, value) => sum + value, 0)).toBeCloseTo(6, 12);
    expect(spread[1]).toBeCloseTo(spread[3]!, 12);
    expect(spread[2]).toBeGreaterThan(spread[1]!);
  });
});
