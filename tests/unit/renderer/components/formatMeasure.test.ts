import { describe, expect, it } from 'vitest';
import { measures } from '../../../../core/measures/measures.ts';
import { followedMeasure, formatMeasureNumber } from '../../../../renderer/components/formatMeasure.ts';

describe('a measure followed from call to call', () => {
  it('is written with its unit, a difference with its sign', () => {
    expect(followedMeasure('agentEffortDb').format(2)).toBe('+2.0 dB');
    expect(followedMeasure('agentLevelSdDb').format(2)).toBe('2.0 dB');
    expect(followedMeasure('medianResponseSeconds').format(-1.06)).toBe('−1.1 s');
    expect(followedMeasure('softShare').format(null)).toBe('–');
  });

  it('has a decimal if it is a count per ten minutes', () => {
    expect(followedMeasure('agentInterruptions')).toMatchObject({ detail: 'per 10 minutes' });
    expect(followedMeasure('agentInterruptions').format(1.26)).toBe('1.3');
  });
});

describe('a measure in a column', () => {
  it('is a number alone: its heading names the unit', () => {
    const written = (wanted: string, value: number | null) =>
      formatMeasureNumber(measures.find(({ id }) => id === wanted)!, value);
    expect([written('agentInterruptions', 3), written('medianResponseSeconds', -0.26)]).toEqual(['3', '−0.3']);
    expect(written('waves', null)).toBe('–');
  });
});
