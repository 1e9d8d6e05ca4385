import { describe, expect, it } from 'vitest';
import { DenseNetwork } from '../../../../core/features/denseNetwork.ts';
import { Draw } from '../../../../scripts/foreground/draw.ts';
import { fitCounter } from '../../../../scripts/syllables/fitCounter.ts';

describe('fitCounter', () => {
  it('learns from counts which candidates are syllables', () => {
    const draw = new Draw(1);
    const isSyllable = (inputs: Float64Array) => inputs[0]! + inputs[1]! > 0;
    const recordings = Array.from({ length: 300 }, () => {
      const inputs = Array.from({ length: 12 }, () => Float64Array.of(draw.normal(1), draw.normal(1), draw.normal(1)));
      const likely = inputs.map((values) => (isSyllable(values) ? 1 : 0));
      return { inputs, likely, syllables: likely.filter((label) => label === 1).length };
    });
    const network = new DenseNetwork(3, fitCounter(recordings, draw));
    const errors = recordings.map(({ inputs, syllables }) =>
      Math.abs(inputs.reduce((sum, values) => sum + 1 / (1 + Math.exp(-network.evaluate(values))), 0) - syllables),
    );
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.8);
  });

  it('rejects recordings without candidates', () => {
    expect(() => fitCounter([], new Draw(1))).toThrow(RangeError);
  });
});
