import { appendGuarded } from './sampleGuard.ts';
import { kaiserLowPass } from './windowedSinc.ts';

/** The ratio may be off 1 by this much: 0.002 semitones. */
export const FINE_RATIO_LIMIT = 1e-3;

/** Positions between two samples that have a filter of their own; the nearest one is off by −72 dB at most. */
const PHASES = 1024;
/** Cut off at the Nyquist frequency itself, so that the filter of no shift at all is the identity. */
const PASS_EDGE = 0.43;
const STOP_EDGE = 0.57;
const ATTENUATION_DB = 70;
/** What 64-bit sums are off by, and nobody hears. */
const ROUNDING = 1e-9;

const kernel = kaiserLowPass({ passEdge: PASS_EDGE, stopEdge: STOP_EDGE, attenuationDb: ATTENUATION_DB });
/** A multiple of four, which the filter's four sums need. */
const taps = 4 * Math.ceil(kernel.halfWidth / 2);

/** By how many samples the output of a `FineResampler` is late. */
export const FINE_DELAY_SAMPLES = taps / 2 + 1;

/**
 * Makes a mono PCM stream longer or shorter by a ratio close to 1, which may change between chunks: for a sound card whose
 * clock is not the machine's.
 *
 * Flat within ±0.1 dB up to 0.86 of the Nyquist frequency; late by `FINE_DELAY_SAMPLES`, and at a ratio of 1 otherwise
 * unchanged. N input samples give N outputs times the ratio, to within one. Non-finite samples become 0.
 */
export class FineResampler {
  readonly #filters = phaseFilters();
  #carry = new Float32Array(taps);
  /** Where the filter of the next output begins, in samples from the start of the carry. */
  #position = 0;

  /**
   * @param ratio output samples per input sample
   * @throws {RangeError} when the ratio is further from 1 than `FINE_RATIO_LIMIT`
   */
  push(chunk: Float32Array, ratio: number): Float32Array<ArrayBuffer> {
    if (!(Math.abs(ratio - 1) <= FINE_RATIO_LIMIT + ROUNDING)) throw new RangeError(`ratio ${ratio} is not close to 1`);
    const block = appendGuarded(this.#carry, chunk);
    const room = block.length - taps;
    const step = 1 / ratio;
    const output = new Float32Array(Math.max(0, Math.ceil((room + 1) * ratio) + 1));
    let count = 0;
    let position = this.#position;
    for (; position < room; position += step) output[count++] = interpolate(this.#filters, block, position);
    const start = Math.min(Math.floor(position), block.length);
    this.#carry = block.slice(start);
    this.#position = position - start;
    return output.slice(0, count);
  }
}

function interpolate(filters: Float32Array, block: Float32Array, position: number): number {
  let start = Math.floor(position);
  let phase = Math.round((position - start) * PHASES);
  if (phase === PHASES) {
    start += 1;
    phase = 0;
  }
  const row = phase * taps;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let tap = 0; tap < taps; tap += 4) {
    a += filters[row + tap]! * block[start + tap]!;
    b += filters[row + tap + 1]! * block[start + tap + 1]!;
    c += filters[row + tap + 2]! * block[start + tap + 2]!;
    d += filters[row + tap + 3]! * block[start + tap + 3]!;
  }
  return a + b + c + d;
}

let made: Float32Array | undefined;

/** One row of coefficients for each position between two samples: made once, when the first live source is opened. */
function phaseFilters(): Float32Array {
  if (made) return made;
  made = new Float32Array(PHASES * taps);
  for (let phase = 0; phase < PHASES; phase++) {
    const centre = phase / PHASES + taps / 2 - 1;
    const row = Float64Array.from({ length: taps }, (_, tap) => kernel.at(centre - tap));
    const gain = row.reduce((sum, value) => sum + value, 0);
    made.set(
      row.map((value) => (Math.abs(value) < ROUNDING ? 0 : value / gain)),
      phase * taps,
    );
  }
  return made;
}
