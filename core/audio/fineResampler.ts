import { appendGuarded } from './sampleGuard.ts';
import { kaiserLowPass } from './windowedSinc.ts';

/** Largest distance of the ratio from 1: 0.002 semitones. */
export const FINE_RATIO_LIMIT = 1e-3;

/** Number of positions between two samples that have their own filter. Using the nearest one is at most −72 dB off. */
const PHASES = 1024;
/** Cut off at the Nyquist frequency itself, so that the filter for a shift of zero is the identity. */
const PASS_EDGE = 0.43;
const STOP_EDGE = 0.57;
const ATTENUATION_DB = 70;
/** Rounding error of 64-bit sums, which is inaudible. */
const ROUNDING = 1e-9;

const kernel = kaiserLowPass({ passEdge: PASS_EDGE, stopEdge: STOP_EDGE, attenuationDb: ATTENUATION_DB });
/** A multiple of four, because the filter computes four sums. */
const taps = 4 * Math.ceil(kernel.halfWidth / 2);

/** Delay of the output of a `FineResampler`, in samples. */
export const FINE_DELAY_SAMPLES = taps / 2 + 1;

/**
 * Stretches or shortens a mono PCM stream by a ratio close to 1, which may change between chunks. It corrects a sound
 * card whose clock differs from the machine's.
 *
 * Flat within ±0.1 dB up to 0.86 of the Nyquist frequency. The output is delayed by `FINE_DELAY_SAMPLES`; at a ratio of
 * 1 it is otherwise unchanged. N input samples give N times the ratio output samples, to within one. Non-finite samples
 * become 0.
 */
export class FineResampler {
  readonly #filters = phaseFilters();
  #carry = new Float32Array(taps);
  /** Start of the next output's filter, in samples from the start of the carry. */
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

/**
 * Returns one row of coefficients for each position between two samples, computed when the first live source is opened.
 */
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
