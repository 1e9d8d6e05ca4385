import { RealFft } from './realFft.ts';

/**
 * Discrete Fourier transform of even real sequences of one power-of-two length, which is also even and real. For a
 * power spectrum, it is the autocorrelation. The result stays in `values` until the next transform.
 *
 * It needs a real transform of half the length, as the discrete cosine transform of type I (Press et al., "Numerical
 * Recipes" 12.4): values at even indices are the real part of that transform, and those at odd indices a running sum of
 * its imaginary part.
 */
export class CosineTransform {
  /** Values 0…size/2 of the latest transform. */
  readonly values: Float64Array;
  readonly #fft: RealFft;
  readonly #folded: Float64Array;
  /** cos and sin of πj/half for j < half. */
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;

  /**
   * @param size length of the whole even sequence
   * @throws {RangeError} when the size is not a power of two from 64 to 131072
   */
  constructor(size: number) {
    const half = size / 2;
    this.#fft = new RealFft(half);
    this.#folded = new Float64Array(half);
    this.values = new Float64Array(half + 1);
    this.#cos = Float64Array.from({ length: half }, (_, j) => Math.cos((Math.PI * j) / half));
    this.#sin = Float64Array.from({ length: half }, (_, j) => Math.sin((Math.PI * j) / half));
  }

  /** @param sequence elements 0…size/2; the others mirror them */
  transform(sequence: Float64Array): void {
    const { values } = this;
    const folded = this.#folded;
    const half = folded.length;
    const cosines = this.#cos;
    const sines = this.#sin;
    folded[0] = sequence[0]! + sequence[half]!;
    let odd = sequence[0]! - sequence[half]!;
    for (let j = 1; j < half; j++) {
      const here = sequence[j]!;
      const mirrored = sequence[half - j]!;
      odd += 2 * here * cosines[j]!;
      folded[j] = here + mirrored - 2 * sines[j]! * (here - mirrored);
    }
    this.#fft.transform(folded);
    const { re, im } = this.#fft;
    values[0] = re[0]!;
    values[1] = odd;
    for (let k = 1; k < half / 2; k++) {
      odd -= im[k]!;
      values[2 * k] = re[k]!;
      values[2 * k + 1] = odd;
    }
    values[half] = re[half / 2]!;
  }
}
