import { normalFrom, seededUniform } from '../../samples/randomNumbers.ts';

/** Draws at random, the same in every run. */
export class Draw {
  readonly uniform: () => number;
  readonly #normal: () => number;

  constructor(seed: number) {
    this.uniform = seededUniform(seed);
    this.#normal = normalFrom(this.uniform);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** Returns a whole number, 0…count − 1. */
  integer(count: number): number {
    return Math.floor(this.uniform() * count);
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  normal(deviation: number): number {
    return deviation * this.#normal();
  }

  /** @throws {RangeError} if the list is empty */
  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.integer(items.length)];
    if (item === undefined) throw new RangeError('an empty list has no item to draw');
    return item;
  }
}
