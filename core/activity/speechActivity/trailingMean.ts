/** Causal mean of the last `length` values, or of fewer at the start. */
export class TrailingMean {
  readonly #ring: Float64Array;
  #slot = 0;
  #seen = 0;
  #sum = 0;

  /** @throws {RangeError} when the length is not a positive integer */
  constructor(length: number) {
    if (!Number.isInteger(length) || length < 1) throw new RangeError(`cannot average ${length} values`);
    this.#ring = new Float64Array(length);
  }

  /** Adds a value and returns the mean including it. */
  next(value: number): number {
    this.#sum += value - this.#ring[this.#slot]!;
    this.#ring[this.#slot] = value;
    this.#slot += 1;
    if (this.#slot === this.#ring.length) this.#slot = 0;
    if (this.#seen < this.#ring.length) this.#seen += 1;
    return this.#sum / this.#seen;
  }
}
