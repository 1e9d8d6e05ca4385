const enoughSeconds = 1;
const enoughShare = 0.01;

/**
 * Returns how long work will take at the mean speed so far.
 * @param fraction part done, 0…1
 * @param elapsedSeconds time it took
 * @returns seconds, or null while too little is done for an estimate
 */
export function remainingTime(fraction: number, elapsedSeconds: number): number | null {
  if (elapsedSeconds < enoughSeconds || fraction < enoughShare) return null;
  return (elapsedSeconds * (1 - fraction)) / fraction;
}
