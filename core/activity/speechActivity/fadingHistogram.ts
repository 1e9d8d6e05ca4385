/** Weights are rescaled before they leave the range in which sums of doubles stay exact enough. */
const rescaleAt = 1e9;

/**
 * Histogram of levels in 1 dB bins that forgets exponentially: after `fadeFrames` additions a value counts 1/e.
 * Adding costs one bin; fading is done by letting newer values weigh more.
 */
export class FadingHistogram {
  readonly #bins: Float64Array;
  readonly #floorDb: number;
  readonly #growth: number;
  #unit = 1;
  #total = 0;

  /** @throws {RangeError} when the range is empty or nothing would be remembered */
  constructor(floorDb: number, ceilingDb: number, fadeFrames: number) {
    if (!(ceilingDb > floorDb)) throw new RangeError(`level range ${floorDb}…${ceilingDb} dB is empty`);
    if (!(fadeFrames > 1)) throw new RangeError(`a fade of ${fadeFrames} frames remembers nothing`);
    this.#bins = new Float64Array(Math.ceil(ceilingDb - floorDb));
    this.#floorDb = floorDb;
    this.#growth = 1 / (1 - 1 / fadeFrames);
  }

  /** Number of values held, each counted by how much of it is left. */
  get weight(): number {
    return this.#total / this.#unit;
  }

  /** Levels outside the range count in the outermost bins. */
  add(levelDb: number): void {
    const bin = Math.max(0, Math.min(this.#bins.length - 1, Math.floor(levelDb - this.#floorDb)));
    this.#unit *= this.#growth;
    this.#bins[bin]! += this.#unit;
    this.#total += this.#unit;
    if (this.#unit > rescaleAt) this.#rescale();
  }

  /** The level (dB, linear inside a bin) below which `share` (0…1) of the weight lies; undefined while empty. */
  quantile(share: number): number | undefined {
    if (this.#total === 0) return undefined;
    let left = share * this.#total;
    let bin = 0;
    while (bin < this.#bins.length - 1 && left > this.#bins[bin]!) {
      left -= this.#bins[bin]!;
      bin += 1;
    }
    const inside = this.#bins[bin]!;
    return this.#floorDb + bin + (inside > 0 ? Math.min(1, left / inside) : 0);
  }

  #rescale(): void {
    this.#total = 0;
    for (let bin = 0; bin < this.#bins.length; bin += 1) {
      this.#bins[bin]! /= this.#unit;
      this.#total += this.#bins[bin]!;
    }
    this.#unit = 1;
  }
}
