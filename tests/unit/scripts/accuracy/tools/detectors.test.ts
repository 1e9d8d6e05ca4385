import { describe, expect, it } from 'vitest';
import { spansOf } from '../../../../../scripts/accuracy/tools/detectorTool.ts';
import { energyDetector } from '../../../../../scripts/accuracy/tools/energyDetector.ts';
import { concat, mix, silence, sine, whiteNoise } from '../../../../support/signals.ts';

describe('decisions for frames', () => {
  it('become spans from the start of the first frame to the end of the last', () => {
    expect(spansOf([false, true, true, false, true], 0.5)).toEqual([
      [0.5, 1.5],
      [2, 2.5],
    ]);
    expect(spansOf([], 0.5)).toEqual([]);
  });
});

describe('the energy detector', () => {
  it('finds what is louder than the noise', () => {
    const tone = concat(silence(3), sine(440, 3, 0.1), silence(3));
    const spans = energyDetector(mix(tone, whiteNoise(9, 0.003)));
    expect(spans).toHaveLength(1);
    expect(spans[0]![0]).toBeCloseTo(3, 1);
    expect(spans[0]![1]).toBeCloseTo(6, 1);
  });

  it('finds nothing in silence', () => {
    expect(energyDetector(silence(2))).toEqual([]);
    expect(energyDetector(new Float32Array(0))).toEqual([]);
  });
});
