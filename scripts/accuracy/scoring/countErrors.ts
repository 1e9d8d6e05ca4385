/** An estimated count and the true one. */
export interface CountPair {
  readonly estimated: number;
  readonly truth: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Returns Pearson's r, −1…1; undefined for fewer than three pairs or if one side does not vary. */
export function correlation(pairs: readonly CountPair[]): number | undefined {
  if (pairs.length < 3) return undefined;
  const meanEstimated = mean(pairs.map(({ estimated }) => estimated));
  const meanTruth = mean(pairs.map(({ truth }) => truth));
  const spread = (a: (pair: CountPair) => number, b: (pair: CountPair) => number) =>
    sum(pairs.map((pair) => a(pair) * b(pair)));
  const estimated = (pair: CountPair) => pair.estimated - meanEstimated;
  const truth = (pair: CountPair) => pair.truth - meanTruth;
  const scale = spread(estimated, estimated) * spread(truth, truth);
  return scale === 0 ? undefined : spread(estimated, truth) / Math.sqrt(scale);
}

/** Returns the mean of |estimated − true| / true; undefined without pairs. */
export function meanError(pairs: readonly CountPair[]): number | undefined {
  if (pairs.length === 0) return undefined;
  return mean(pairs.map(({ estimated, truth }) => Math.abs(estimated - truth) / truth));
}

/**
 * Returns the mean error after summing every `size` pairs in their order; a remainder that fills no group is left out.
 *
 * @returns undefined for fewer than two groups
 */
export function pooledError(pairs: readonly CountPair[], size: number): number | undefined {
  const groups: CountPair[] = [];
  for (let from = 0; from + size <= pairs.length; from += size) {
    const group = pairs.slice(from, from + size);
    groups.push({
      estimated: sum(group.map(({ estimated }) => estimated)),
      truth: sum(group.map(({ truth }) => truth)),
    });
  }
  return groups.length > 1 ? meanError(groups) : undefined;
}

/** Returns Σ estimated / Σ true; undefined without pairs. */
export function bias(pairs: readonly CountPair[]): number | undefined {
  if (pairs.length === 0) return undefined;
  return sum(pairs.map(({ estimated }) => estimated)) / sum(pairs.map(({ truth }) => truth));
}
