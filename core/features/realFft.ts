/**
 * Discrete Fourier transform of real sequences of one power-of-two length, in place of fresh arrays: the result of a
 * transform stays in `re` and `im` until the next.
 *
 * The even and odd samples go through one complex transform of half the length and are separated afterwards
 * (Sorensen et al. 1987); that transform is a radix-2 decimation in time.
 */
export class RealFft {
  readonly size: number;
  /** Real and imaginary parts of bins 0…size/2 of the latest transform. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly #half: number;
  readonly #halfRe: Float64Array;
  readonly #halfIm: Float64Array;
  readonly #reversed: Uint16Array;
  /** cos and −sin of 2πk/size for k < size/2. */
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;

  /** @throws {RangeError} when the size is not a power of two from 4 to 65536 */
  constructor(size: number) {
    const bits = Math.log2(size) - 1;
    if (!Number.isInteger(bits) || bits < 1 || bits > 15) {
      throw new RangeError(`FFT size ${size} is not a power of two from 4 to 65536`);
    }
    this.size = size;
    this.#half = size / 2;
    this.re = new Float64Array(this.#half + 1);
    this.im = new Float64Array(this.#half + 1);
    this.#halfRe = new Float64Array(this.#half);
    this.#halfIm = new Float64Array(this.#half);
    this.#reversed = new Uint16Array(this.#half);
    for (let i = 0; i < this.#half; i++) this.#reversed[i] = (this.#reversed[i >> 1]! >> 1) | ((i & 1) << (bits - 1));
    const angle = (2 * Math.PI) / size;
    this.#cos = Float64Array.from({ length: this.#half }, (_, k) => Math.cos(angle * k));
    this.#sin = Float64Array.from({ length: this.#half }, (_, k) => -Math.sin(angle * k));
  }

  /** Transforms `size` real samples. */
  transform(samples: Float64Array): void {
    const half = this.#half;
    const re = this.#halfRe;
    const im = this.#halfIm;
    for (let i = 0; i < half; i++) {
      const source = 2 * this.#reversed[i]!;
      re[i] = samples[source]!;
      im[i] = samples[source + 1]!;
    }
    this.#transformHalf();
    this.re[0] = re[0]! + im[0]!;
    this.im[0] = 0;
    this.re[half] = re[0]! - im[0]!;
    this.im[half] = 0;
    for (let k = 1; k < half; k++) {
      const mirror = half - k;
      const evenRe = (re[k]! + re[mirror]!) / 2;
      const evenIm = (im[k]! - im[mirror]!) / 2;
      const oddRe = (im[k]! + im[mirror]!) / 2;
      const oddIm = (re[mirror]! - re[k]!) / 2;
      const cos = this.#cos[k]!;
      const sin = this.#sin[k]!;
      this.re[k] = evenRe + oddRe * cos - oddIm * sin;
      this.im[k] = evenIm + oddRe * sin + oddIm * cos;
    }
  }

  /** The complex transform of the bit-reversed half-length sequence, in place. */
  #transformHalf(): void {
    const n = this.#half;
    const re = this.#halfRe;
    const im = this.#halfIm;
    const cosines = this.#cos;
    const sines = this.#sin;
    for (let i = 0; i < n; i += 2) {
      const aRe = re[i]!;
      const aIm = im[i]!;
      const bRe = re[i + 1]!;
      const bIm = im[i + 1]!;
      re[i] = aRe + bRe;
      im[i] = aIm + bIm;
      re[i + 1] = aRe - bRe;
      im[i + 1] = aIm - bIm;
    }
    for (let span = 2; span < n; span *= 2) {
      const stride = n / span;
      for (let k = 0; k < span; k++) {
        const cos = cosines[k * stride]!;
        const sin = sines[k * stride]!;
        for (let i = k; i < n; i += 2 * span) {
          const j = i + span;
          const bRe = re[j]! * cos - im[j]! * sin;
          const bIm = re[j]! * sin + im[j]! * cos;
          re[j] = re[i]! - bRe;
          im[j] = im[i]! - bIm;
          re[i] = re[i]! + bRe;
          im[i] = im[i]! + bIm;
        }
      }
    }
  }
}
