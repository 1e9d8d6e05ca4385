/**
 * Discrete Fourier transform of real sequences of one power-of-two length, in place of fresh arrays: the result of a
 * transform stays in `re` and `im` until the next.
 *
 * The even and odd samples go through one complex transform of half the length and are separated afterwards
 * (Sorensen et al. 1987); that transform is a radix-2 decimation in time that reads and writes once for two passes.
 */
export class RealFft {
  readonly size: number;
  /** Real and imaginary parts of bins 0…size/2 of the latest transform. */
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly #half: number;
  readonly #passes: number;
  readonly #halfRe: Float64Array;
  readonly #halfIm: Float64Array;
  readonly #reversed: Uint16Array;
  /** cos and −sin of 2πk/size for k < size/2. */
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  /** The same of πk/span at span + k, so that each pass of the half-length transform reads on end. */
  readonly #passCos: Float64Array;
  readonly #passSin: Float64Array;

  /** @throws {RangeError} when the size is not a power of two from 4 to 65536 */
  constructor(size: number) {
    const bits = Math.log2(size) - 1;
    if (!Number.isInteger(bits) || bits < 1 || bits > 15) {
      throw new RangeError(`FFT size ${size} is not a power of two from 4 to 65536`);
    }
    this.size = size;
    this.#half = size / 2;
    this.#passes = bits;
    this.re = new Float64Array(this.#half + 1);
    this.im = new Float64Array(this.#half + 1);
    this.#halfRe = new Float64Array(this.#half);
    this.#halfIm = new Float64Array(this.#half);
    this.#reversed = new Uint16Array(this.#half);
    for (let i = 0; i < this.#half; i++) this.#reversed[i] = (this.#reversed[i >> 1]! >> 1) | ((i & 1) << (bits - 1));
    const angle = (2 * Math.PI) / size;
    this.#cos = Float64Array.from({ length: this.#half }, (_, k) => Math.cos(angle * k));
    this.#sin = Float64Array.from({ length: this.#half }, (_, k) => -Math.sin(angle * k));
    this.#passCos = new Float64Array(this.#half);
    this.#passSin = new Float64Array(this.#half);
    for (let span = 1; span < this.#half; span *= 2) {
      for (let k = 0; k < span; k++) {
        this.#passCos[span + k] = this.#cos[(k * this.#half) / span]!;
        this.#passSin[span + k] = this.#sin[(k * this.#half) / span]!;
      }
    }
  }

  /** Transforms `size` real samples. */
  transform(samples: Float64Array): void {
    const half = this.#half;
    const halfRe = this.#halfRe;
    const halfIm = this.#halfIm;
    const reversed = this.#reversed;
    for (let i = 0; i < half; i++) {
      const source = 2 * reversed[i]!;
      halfRe[i] = samples[source]!;
      halfIm[i] = samples[source + 1]!;
    }
    this.#transformHalf();
    const { re, im } = this;
    const cosines = this.#cos;
    const sines = this.#sin;
    re[0] = halfRe[0]! + halfIm[0]!;
    im[0] = 0;
    re[half] = halfRe[0]! - halfIm[0]!;
    im[half] = 0;
    // A bin and its mirror image are made of the same two numbers.
    for (let k = 1, mirror = half - 1; k <= mirror; k++, mirror--) {
      const evenRe = (halfRe[k]! + halfRe[mirror]!) / 2;
      const evenIm = (halfIm[k]! - halfIm[mirror]!) / 2;
      const oddRe = (halfIm[k]! + halfIm[mirror]!) / 2;
      const oddIm = (halfRe[mirror]! - halfRe[k]!) / 2;
      const cos = cosines[k]!;
      const sin = sines[k]!;
      const turnedRe = oddRe * cos - oddIm * sin;
      const turnedIm = oddRe * sin + oddIm * cos;
      re[mirror] = evenRe - turnedRe;
      im[mirror] = turnedIm - evenIm;
      re[k] = evenRe + turnedRe;
      im[k] = evenIm + turnedIm;
    }
  }

  /** Both passes at once where every factor is 1 but the last, which is a quarter turn. */
  #firstTwoPasses(re: Float64Array, im: Float64Array): void {
    for (let at = 0; at < this.#half; at += 4) {
      const sum0Re = re[at]! + re[at + 1]!;
      const sum0Im = im[at]! + im[at + 1]!;
      const difference0Re = re[at]! - re[at + 1]!;
      const difference0Im = im[at]! - im[at + 1]!;
      const sum2Re = re[at + 2]! + re[at + 3]!;
      const sum2Im = im[at + 2]! + im[at + 3]!;
      const oddRe = im[at + 2]! - im[at + 3]!;
      const oddIm = re[at + 3]! - re[at + 2]!;
      re[at] = sum0Re + sum2Re;
      im[at] = sum0Im + sum2Im;
      re[at + 2] = sum0Re - sum2Re;
      im[at + 2] = sum0Im - sum2Im;
      re[at + 1] = difference0Re + oddRe;
      im[at + 1] = difference0Im + oddIm;
      re[at + 3] = difference0Re - oddRe;
      im[at + 3] = difference0Im - oddIm;
    }
  }

  /** The complex transform of the bit-reversed half-length sequence, in place: two radix-2 passes at once. */
  #transformHalf(): void {
    const n = this.#half;
    const re = this.#halfRe;
    const im = this.#halfIm;
    const cosines = this.#passCos;
    const sines = this.#passSin;
    let span = 1;
    if (this.#passes % 2 === 1) {
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
      span = 2;
    } else {
      this.#firstTwoPasses(re, im);
      span = 4;
    }
    for (; span < n; span *= 4) {
      for (let start = 0; start < n; start += 4 * span) {
        for (let k = 0; k < span; k++) {
          const at0 = start + k;
          const at1 = at0 + span;
          const at2 = at1 + span;
          const at3 = at2 + span;
          const innerCos = cosines[span + k]!;
          const innerSin = sines[span + k]!;
          const evenCos = cosines[2 * span + k]!;
          const evenSin = sines[2 * span + k]!;

          const turned1Re = re[at1]! * innerCos - im[at1]! * innerSin;
          const turned1Im = re[at1]! * innerSin + im[at1]! * innerCos;
          const turned3Re = re[at3]! * innerCos - im[at3]! * innerSin;
          const turned3Im = re[at3]! * innerSin + im[at3]! * innerCos;
          const sum0Re = re[at0]! + turned1Re;
          const sum0Im = im[at0]! + turned1Im;
          const difference0Re = re[at0]! - turned1Re;
          const difference0Im = im[at0]! - turned1Im;
          const sum2Re = re[at2]! + turned3Re;
          const sum2Im = im[at2]! + turned3Im;
          const difference2Re = re[at2]! - turned3Re;
          const difference2Im = im[at2]! - turned3Im;

          const evenRe = sum2Re * evenCos - sum2Im * evenSin;
          const evenIm = sum2Re * evenSin + sum2Im * evenCos;
          // Their factor is a quarter turn further.
          const oddRe = difference2Re * evenSin + difference2Im * evenCos;
          const oddIm = difference2Im * evenSin - difference2Re * evenCos;
          re[at0] = sum0Re + evenRe;
          im[at0] = sum0Im + evenIm;
          re[at2] = sum0Re - evenRe;
          im[at2] = sum0Im - evenIm;
          re[at1] = difference0Re + oddRe;
          im[at1] = difference0Im + oddIm;
          re[at3] = difference0Re - oddRe;
          im[at3] = difference0Im - oddIm;
        }
      }
    }
  }
}
