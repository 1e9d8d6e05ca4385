/**
 * Percentiles and spread of any number of values in constant memory.
 *
 * @param low, high range of the bins; values outside count in the outermost bins
 * @param binWidth resolution of the percentiles, in the unit of the values; mean and spread are exact
 * @throws {RangeError} when the range is empty or the width is not positive
 */
export class Histogram {
  readonly #low: number;
  readonly #binWidth: number;
  readonly #bins: Float64Array;
  #weight = 0;
  #mean = 0;
  #squares = 0;
  /** Result of the last percentile search, and the weight below it: the next search usually ends nearby. */
  #bin = 0;
  #below = 0;

  constructor(low: number, high: number, binWidth: number) {
    if (!(high > low) || !(binWidth > 0)) throw new RangeError(`no bins from ${low} to ${high} by ${binWidth}`);
    this.#low = low;
    this.#binWidth = binWidth;
    this.#bins = new Float64Array(Math.ceil((high - low) / binWidth));
  }

  /** Adds a finite value with a positive weight. */
  add(value: number, weight = 1): void {
    const bin = Math.floor((value - this.#low) / this.#binWidth);
    const index = Math.min(this.#bins.length - 1, Math.max(0, bin));
    this.#bins[index] = this.#bins[index]! + weight;
    if (index < this.#bin) this.#below += weight;
    // West 1979: weighted mean and sum of squared deviations in one pass.
    this.#weight += weight;
    const delta = value - this.#mean;
    this.#mean += (delta * weight) / this.#weight;
    this.#squares += weight * delta * (value - this.#mean);
  }

  /** Adds the content of another histogram. @throws {RangeError} when the bins differ */
  merge(other: Histogram): void {
    if (other.#low !== this.#low || other.#binWidth !== this.#binWidth || other.#bins.length !== this.#bins.length) {
      throw new RangeError('histograms of different bins cannot be merged');
    }
    if (other.#weight === 0) return;
    for (let i = 0; i < this.#bins.length; i++) this.#bins[i] = this.#bins[i]! + other.#bins[i]!;
    this.#bin = 0;
    this.#below = 0;
    const weight = this.#weight + other.#weight;
    const delta = other.#mean - this.#mean;
    this.#squares += other.#squares + (delta * delta * this.#weight * other.#weight) / weight;
    this.#mean += (delta * other.#weight) / weight;
    this.#weight = weight;
  }

  get weight(): number {
    return this.#weight;
  }

  get mean(): number | undefined {
    return this.#weight > 0 ? this.#mean : undefined;
  }

  /** Standard deviation over the weights; missing while empty. */
  get standardDeviation(): number | undefined {
    return this.#weight > 0 ? Math.sqrt(Math.max(0, this.#squares) / this.#weight) : undefined;
  }

  /**
   * Returns the value below which `share` (0…1) of the weight falls, interpolated within its bin; missing while empty.
   */
  percentile(share: number): number | undefined {
    if (this.#weight === 0) return undefined;
    const bins = this.#bins;
    const target = share * this.#weight;
    let bin = this.#bin;
    let below = this.#below;
    while (bin > 0 && below > 0 && below >= target) below -= bins[--bin]!;
    while (bin < bins.length && !(bins[bin]! > 0 && below + bins[bin]! >= target)) below += bins[bin++]!;
    this.#bin = bin;
    this.#below = below;
    const inside = bin < bins.length ? Math.max(0, target - below) / bins[bin]! : 0;
    return this.#low + (bin + inside) * this.#binWidth;
  }
}
