/** A second-order section, normalised to a leading denominator coefficient of 1. */
export interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/**
 * Returns a high shelf of slope 1 by the Audio EQ Cookbook (Bristow-Johnson): 0 dB at DC, half of `gainDb` at
 * `cornerHz`, `gainDb` at the Nyquist frequency.
 *
 * @throws {RangeError} if the corner is not between 0 and the Nyquist frequency
 */
export function highShelf(cornerHz: number, gainDb: number, sampleRateHz: number): Biquad {
  const { cosine, alpha } = prewarped(cornerHz, sampleRateHz);
  const amplitude = 10 ** (gainDb / 40);
  const bend = 2 * Math.sqrt(amplitude) * alpha;
  const plus = amplitude + 1;
  const minus = amplitude - 1;
  return normalised(
    [
      amplitude * (plus + minus * cosine + bend),
      -2 * amplitude * (minus + plus * cosine),
      amplitude * (plus + minus * cosine - bend),
    ],
    [plus - minus * cosine + bend, 2 * (minus - plus * cosine), plus - minus * cosine - bend],
  );
}

/**
 * Returns a Butterworth low-pass by the Audio EQ Cookbook: 0 dB at DC, −3 dB at `cornerHz`, then −12 dB per octave.
 *
 * @throws {RangeError} if the corner is not between 0 and the Nyquist frequency
 */
export function lowPass(cornerHz: number, sampleRateHz: number): Biquad {
  const { cosine, alpha } = prewarped(cornerHz, sampleRateHz);
  return normalised([(1 - cosine) / 2, 1 - cosine, (1 - cosine) / 2], [1 + alpha, -2 * cosine, 1 - alpha]);
}

/** Runs a section over a signal that was silent before its first sample. */
export function filtered(samples: Float32Array, { b, a }: Biquad): Float32Array {
  const output = new Float32Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i]!;
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    output[i] = y;
  }
  return output;
}

function prewarped(cornerHz: number, sampleRateHz: number): { cosine: number; alpha: number } {
  if (!(cornerHz > 0 && cornerHz < sampleRateHz / 2)) {
    throw new RangeError(`A corner of ${cornerHz} Hz is not between 0 and half of ${sampleRateHz} Hz.`);
  }
  const angle = (2 * Math.PI * cornerHz) / sampleRateHz;
  return { cosine: Math.cos(angle), alpha: Math.sin(angle) * Math.SQRT1_2 };
}

function normalised(b: [number, number, number], a: [number, number, number]): Biquad {
  const [a0, a1, a2] = a;
  return { b: [b[0] / a0, b[1] / a0, b[2] / a0], a: [a1 / a0, a2 / a0] };
}
