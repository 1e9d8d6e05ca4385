import { ANALYSIS_RATE_HZ } from '../stream/frameTime.ts';
import type { Stage } from '../stream/stage.ts';
import { appendGuarded } from './sampleGuard.ts';
import { kaiserLowPass } from './windowedSinc.ts';

const LOWEST_RATE_HZ = 8_000;
const HIGHEST_RATE_HZ = 96_000;
/** 4 dB more than the documented 80 dB, to allow for coefficients rounded to 32 bits. */
const ATTENUATION_DB = 84;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * Resamples a mono PCM stream to 16 kHz by a polyphase windowed-sinc filter.
 *
 * Flat within ±0.1 dB up to 0.9 of the lower Nyquist frequency, and at least 80 dB down above it. Output sample 0
 * coincides with input sample 0 (no delay), and N input samples give ⌈N · 16000 / rate⌉ output samples. How the stream
 * was chunked never changes a sample; non-finite samples become 0. At 16 kHz the samples pass unchanged.
 *
 * @throws {RangeError} when the rate is not a whole number from 8 to 96 kHz
 */
export class Resampler implements Stage<Float32Array, Float32Array> {
  /** One row of `#taps` coefficients for each of the `#phases` positions between two input samples; empty at 16 kHz. */
  readonly #coefficients: Float32Array;
  readonly #taps: number;
  readonly #phases: number;
  /**
   * Input samples from one output to the next: the whole part, and the remainder in units of 1 / `#phases` of a sample.
   */
  readonly #stepWhole: number;
  readonly #stepRest: number;
  #carry: Float32Array;
  #phase = 0;

  constructor(rateHz: number) {
    if (!Number.isInteger(rateHz) || rateHz < LOWEST_RATE_HZ || rateHz > HIGHEST_RATE_HZ) {
      throw new RangeError(
        `sample rate ${rateHz} Hz is not a whole number from ${LOWEST_RATE_HZ} to ${HIGHEST_RATE_HZ}`,
      );
    }
    const divisor = greatestCommonDivisor(rateHz, ANALYSIS_RATE_HZ);
    this.#phases = ANALYSIS_RATE_HZ / divisor;
    this.#stepWhole = Math.floor(rateHz / ANALYSIS_RATE_HZ);
    this.#stepRest = (rateHz % ANALYSIS_RATE_HZ) / divisor;
    if (rateHz === ANALYSIS_RATE_HZ) {
      this.#taps = 0;
      this.#coefficients = new Float32Array(0);
    } else {
      const lowerNyquist = Math.min(rateHz, ANALYSIS_RATE_HZ) / 2 / rateHz;
      const kernel = kaiserLowPass({
        passEdge: 0.9 * lowerNyquist,
        stopEdge: lowerNyquist,
        attenuationDb: ATTENUATION_DB,
      });
      // A multiple of four, so that the inner loop can be unrolled.
      this.#taps = 4 * Math.ceil((2 * kernel.halfWidth) / 4);
      this.#coefficients = new Float32Array(this.#phases * this.#taps);
      for (let phase = 0; phase < this.#phases; phase++) {
        const firstOffset = phase / this.#phases + this.#taps / 2 - 1;
        const row = Float64Array.from({ length: this.#taps }, (_, tap) => kernel.at(firstOffset - tap));
        const gain = row.reduce((sum, value) => sum + value, 0);
        this.#coefficients.set(
          row.map((value) => value / gain),
          phase * this.#taps,
        );
      }
    }
    this.#carry = new Float32Array(Math.max(0, this.#taps / 2 - 1));
  }

  push(chunk: Float32Array): readonly Float32Array[] {
    const block = appendGuarded(this.#carry, chunk);
    if (this.#taps === 0) return block.length > 0 ? [block] : [];
    const room = block.length - this.#taps + 1;
    const output = new Float32Array(Math.max(0, Math.ceil((room * this.#phases) / this.#stepSize)) + 1);
    let count = 0;
    let start = 0;
    while (start < room) {
      output[count++] = this.#filter(block, start);
      this.#phase += this.#stepRest;
      start += this.#stepWhole;
      if (this.#phase >= this.#phases) {
        this.#phase -= this.#phases;
        start += 1;
      }
    }
    this.#carry = block.slice(start);
    return count > 0 ? [output.subarray(0, count)] : [];
  }

  /** Returns the outputs whose filter extends past the last input sample, as if silence followed. */
  flush(): readonly Float32Array[] {
    return this.push(new Float32Array(this.#taps / 2));
  }

  get #stepSize(): number {
    return this.#stepWhole * this.#phases + this.#stepRest;
  }

  #filter(block: Float32Array, start: number): number {
    const coefficients = this.#coefficients;
    const taps = this.#taps;
    const row = this.#phase * taps;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let tap = 0; tap < taps; tap += 4) {
      a += coefficients[row + tap]! * block[start + tap]!;
      b += coefficients[row + tap + 1]! * block[start + tap + 1]!;
      c += coefficients[row + tap + 2]! * block[start + tap + 2]!;
      d += coefficients[row + tap + 3]! * block[start + tap + 3]!;
    }
    return a + b + c + d;
  }
}
