/** Hits, false alarms and misses. */
export interface EventCounts {
  hits: number;
  falseAlarms: number;
  misses: number;
}

export const noEvents = (): EventCounts => ({ hits: 0, falseAlarms: 0, misses: 0 });

/** Adds the counts of `more` to those of `total`. */
export function addCounts(total: EventCounts, more: EventCounts): void {
  total.hits += more.hits;
  total.falseAlarms += more.falseAlarms;
  total.misses += more.misses;
}

/**
 * Returns the harmonic mean of precision and recall, 0…1; undefined if there was nothing to find and nothing was found.
 */
export function f1({ hits, falseAlarms, misses }: EventCounts): number | undefined {
  const all = 2 * hits + falseAlarms + misses;
  return all === 0 ? undefined : (2 * hits) / all;
}

/**
 * Matches found events to true ones, one to one; each true event gets the first found event that fits.
 *
 * @param borderline true events that count neither way: an unmatched found event that fits one of them is not a false
 *   alarm
 */
export function matchEvents<True, Found>(
  events: { readonly truth: readonly True[]; readonly borderline: readonly True[]; readonly found: readonly Found[] },
  fits: (truth: True, found: Found) => boolean,
): EventCounts {
  const free = [...events.found];
  let hits = 0;
  for (const truth of events.truth) {
    const index = free.findIndex((found) => fits(truth, found));
    if (index < 0) continue;
    hits += 1;
    free.splice(index, 1);
  }
  const falseAlarms = free.filter((found) => !events.borderline.some((truth) => fits(truth, found))).length;
  return { hits, falseAlarms, misses: events.truth.length - hits };
}
