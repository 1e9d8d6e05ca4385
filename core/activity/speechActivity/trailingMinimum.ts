/** Minimum of the last `length` values. */
export class TrailingMinimum {
  readonly #length: number;
  /** Candidates for the minimum, ascending, and the count of values up to and including each. */
  readonly #values: number[] = [];
  readonly #counts: number[] = [];
  #count = 0;

  /** @throws {RangeError} when the length is not a positive integer */
  constructor(length: number) {
    if (!Number.isInteger(length) || length < 1) throw new RangeError(`no minimum of ${length} values`);
    this.#length = length;
  }

  /** Adds a value and returns the minimum including it. */
  next(value: number): number {
    this.#count += 1;
    while (this.#values.length > 0 && this.#values.at(-1)! >= value) {
      this.#values.pop();
      this.#counts.pop();
    }
    this.#values.push(value);
    this.#counts.push(this.#count);
    if (this.#counts[0]! <= this.#count - this.#length) {
      this.#values.shift();
      this.#counts.shift();
    }
    return this.#values[0]!;
  }
}
