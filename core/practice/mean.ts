/** A running mean; what is missing does not count. */
export class Mean {
  #sum = 0;
  #count = 0;

  /** Missing before the first value. */
  get value(): number | undefined {
    return this.#count === 0 ? undefined : this.#sum / this.#count;
  }

  get count(): number {
    return this.#count;
  }

  push(value: number | undefined): void {
    if (value === undefined) return;
    this.#sum += value;
    this.#count += 1;
  }
}

/** The mean of what is there; missing where nothing is. */
export function meanOf(values: readonly (number | undefined)[]): number | undefined {
  const mean = new Mean();
  for (const value of values) mean.push(value);
  return mean.value;
}
