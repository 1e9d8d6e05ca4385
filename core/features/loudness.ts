/** Windows of EBU Tech 3341 in sub-blocks of 10 ms: 400 ms and 3 s. */
const MOMENTARY_SUB_BLOCKS = 40;
const SHORT_TERM_SUB_BLOCKS = 300;

/** −120 LUFS. A weaker signal has no meaningful level: it is digital silence or the decaying tail of a filter. */
const LEAST_POWER = 1e-12;

/**
 * Returns the level of a K-weighted mean square in LUFS (one channel, G = 1: a full-scale 997 Hz sine reads −3.01), or
 * `undefined` below −120.
 */
export function lufsOfPower(power: number): number | undefined {
  return power >= LEAST_POWER ? 10 * Math.log10(power) : undefined;
}

/**
 * Momentary and short-term loudness of EBU Tech 3341 for one channel, updated every 10 ms.
 *
 * Windows are summed on request, so that sums never drift and an unused window costs nothing.
 */
export class LoudnessMeter {
  readonly #ring = new Float64Array(SHORT_TERM_SUB_BLOCKS);
  #count = 0;

  /** @param power K-weighted mean square of the next 10 ms sub-block */
  push(power: number): void {
    this.#ring[this.#count % SHORT_TERM_SUB_BLOCKS] = power;
    this.#count += 1;
  }

  /** Loudness of the last 400 ms; missing before 400 ms have been heard and in digital silence. */
  get momentaryLufs(): number | undefined {
    return this.#over(MOMENTARY_SUB_BLOCKS);
  }

  /** Loudness of the last 3 s; missing likewise. */
  get shortTermLufs(): number | undefined {
    return this.#over(SHORT_TERM_SUB_BLOCKS);
  }

  #over(subBlocks: number): number | undefined {
    if (this.#count < subBlocks) return undefined;
    let sum = 0;
    for (let i = this.#count - subBlocks; i < this.#count; i++) sum += this.#ring[i % SHORT_TERM_SUB_BLOCKS]!;
    return lufsOfPower(sum / subBlocks);
  }
}
