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

/** A smaller state is inaudible and would decay into denormal numbers, which are slow. */
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

const UNCHANGED: BiquadCoefficients = { b0: 1, b1: 0, b2: 0, a1: 0, a2: 0 };

/** One or two second-order sections in series. Their state carries over from block to block. */
export class BiquadPair {
  readonly #first: BiquadCoefficients;
  readonly #second: BiquadCoefficients;
  /** State of both sections, transposed direct form II. */
  #p1 = 0;
  #p2 = 0;
  #q1 = 0;
  #q2 = 0;

  constructor(first: BiquadCoefficients, second = UNCHANGED) {
    this.#first = first;
    this.#second = second;
  }

  /** Filters a block in place, both sections in one pass, so that the processor can overlap their sums. */
  filter(block: Float64Array): void {
    const first = this.#first;
    const second = this.#second;
    let p1 = this.#p1;
    let p2 = this.#p2;
    let q1 = this.#q1;
    let q2 = this.#q2;
    for (let i = 0; i < block.length; i += 1) {
      const x = block[i]!;
      const y = first.b0 * x + p1;
      p1 = first.b1 * x - first.a1 * y + p2;
      p2 = first.b2 * x - first.a2 * y;
      const z = second.b0 * y + q1;
      q1 = second.b1 * y - second.a1 * z + q2;
      q2 = second.b2 * y - second.a2 * z;
      block[i] = z;
    }
    this.#p1 = audible(p1);
    this.#p2 = audible(p2);
    this.#q1 = audible(q1);
    this.#q2 = audible(q2);
  }
}

function audible(state: number): number {
  return Math.abs(state) < negligible ? 0 : state;
}

function prewarped(cutoffHz: number, sampleRate: number) {
  if (!(cutoffHz > 0 && cutoffHz < sampleRate / 2)) {
    throw new RangeError(`cut-off ${cutoffHz} Hz must be between 0 and half of ${sampleRate} Hz`);
  }
  const omega = (2 * Math.PI * cutoffHz) / sampleRate;
  const alpha = Math.sin(omega) / (2 * butterworthQ);
  return { cosine: Math.cos(omega), alpha, a0: 1 + alpha };
}
