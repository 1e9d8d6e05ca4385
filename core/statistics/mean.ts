/** Arithmetic mean of the known values; undefined if there are none. */
export function mean(values: readonly (number | null | undefined)[]): number | undefined {
  const running = new RunningMean();
  for (const value of values) running.push(value);
  return running.value;
}

/** Arithmetic mean of values that arrive one at a time. Unknown values do not count. */
export class RunningMean {
  #sum = 0;
  #count = 0;

  /** Undefined before the first value. */
  get value(): number | undefined {
    return this.#count === 0 ? undefined : this.#sum / this.#count;
  }

  get count(): number {
    return this.#count;
  }

  push(value: number | null | undefined): void {
    if (value == null) return;
    this.#sum += value;
    this.#count += 1;
  }
}
