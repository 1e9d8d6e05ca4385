const LOWEST_DB = -130;
const BIN_COUNT = 140;
/** New weights grow instead of old ones shrinking. At this size all are scaled back, well before they overflow. */
const LARGEST_WEIGHT = 1e100;

/**
 * Percentiles of a level with exponential forgetting: a histogram of 1 dB bins from −130 to +10 dB in which the weight
 * of an entry falls to 1/e over `memoryFrames` later entries. Levels outside the range count in the first or last bin.
 */
export class LevelHistogram {
  readonly #weights = new Float64Array(BIN_COUNT);
  readonly #growth: number;
  #weight = 1;
  #total = 0;

  constructor(memoryFrames: number) {
    this.#growth = Math.exp(1 / memoryFrames);
  }

  add(levelDb: number): void {
    const bin = Math.floor(levelDb - LOWEST_DB);
    this.#weights[Math.min(BIN_COUNT - 1, Math.max(0, bin))]! += this.#weight;
    this.#total += this.#weight;
    this.#weight *= this.#growth;
    if (this.#weight > LARGEST_WEIGHT) this.#scaleBack();
  }

  /** The level below which `share` (0…1) of the weight falls, interpolated within its bin; `undefined` while empty. */
  percentileDb(share: number): number | undefined {
    if (this.#total === 0) return undefined;
    const wanted = share * this.#total;
    let below = 0;
    let bin = 0;
    while (bin < BIN_COUNT - 1 && below + this.#weights[bin]! < wanted) below += this.#weights[bin++]!;
    const inside = this.#weights[bin]! > 0 ? Math.min(1, (wanted - below) / this.#weights[bin]!) : 0;
    return LOWEST_DB + bin + inside;
  }

  #scaleBack(): void {
    for (let bin = 0; bin < BIN_COUNT; bin++) this.#weights[bin]! /= this.#weight;
    this.#total /= this.#weight;
    this.#weight = 1;
  }
}
