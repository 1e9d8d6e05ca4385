import { mean } from '../../statistics/mean.ts';

/** Reduces a series to at most `count` bins of equal length; undefined for a bin without values. */
export function binned(
  values: readonly (number | null)[],
  count: number,
  reduction: 'highest' | 'mean',
): (number | undefined)[] {
  const bins = Math.min(values.length, count);
  return Array.from({ length: bins }, (_, bin) => {
    const from = Math.floor((bin * values.length) / bins);
    const to = Math.floor(((bin + 1) * values.length) / bins);
    const found = values.slice(from, to).filter((value) => value !== null);
    if (found.length === 0) return undefined;
    return reduction === 'highest' ? Math.max(...found) : mean(found);
  });
}
