/** Coefficients of a second-order filter, normalised to a0 = 1. */
export interface BiquadCoefficients {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** Butterworth quality factor: no ripple, −3 dB at the cut-off. */
const butterworthQ = Math.SQRT1_2;

/** State below this is inaudible and would decay into denormal numbers, which are slow. */
const negligible = 1e-20;

/** Second-order Butterworth high-pass by the bilinear transform (R. Bristow-Johnson, Audio EQ Cookbook). */
export function highPass(cutoffHz: number, sampleRate: number): BiquadCoefficients {
  const { cosine, alpha, a0 } = prewarped(cutoffHz, sampleRate);
  const b0 = (1 + cosine) / 2 / a0;
  return { b0, b1: -2 * b0, b2: b0, a1: (-2 * cosine) / a0, a2: (1 - alpha) / a0 };
}

/** Second-order Butterworth low-pass by the bilinear transform (R. Bristow-Johnson, Audio EQ Cookbook). */
export function lowPass(cutoffHz: number, sampleRate: number): BiquadCoefficients {
  const { cosine, alpha, a0 } = prewarped(cutoffHz, sampleRate);
  const b0 = (1 - cosine) / 2 / a0;
  return { b0, b1: 2 * b0, b2: b0, a1: (-2 * cosine) / a0, a2: (1 - alpha) / a0 };
}

/** One second-order section that keeps its state from block to block. */
export class Biquad {
  readonly #coefficients: BiquadCoefficients;
  #z1 = 0;
  #z2 = 0;

  constructor(coefficients: BiquadCoefficients) {
    this.#coefficients = coefficients;
  }

  /** Filters the first `length` values of `block` in place (transposed direct form II). */
  filter(block: Float64Array, length: number): void {
    const { b0, b1, b2, a1, a2 } = this.#coefficients;
    let z1 = this.#z1;
    let z2 = this.#z2;
    for (let i = 0; i < length; i += 1) {
      const x = block[i]!;
      const y = b0 * x + z1;
      z1 = b1 * x - a1 * y + z2;
      z2 = b2 * x - a2 * y;
      block[i] = y;
    }
    this.#z1 = Math.abs(z1) < negligible ? 0 : z1;
    this.#z2 = Math.abs(z2) < negligible ? 0 : z2;
  }
}

function prewarped(cutoffHz: number, sampleRate: number) {
  if (!(cutoffHz > 0 && cutoffHz < sampleRate / 2)) {
    throw new RangeError(`cut-off ${cutoffHz} Hz must lie between 0 and half of ${sampleRate} Hz`);
  }
  const omega = (2 * Math.PI * cutoffHz) / sampleRate;
  const alpha = Math.sin(omega) / (2 * butterworthQ);
  return { cosine: Math.cos(omega), alpha, a0: 1 + alpha };
}
