/** The visible part at the closest zoom, in seconds. */
const closestSeconds = 40;
const leastZooms = 5;

/** Returns the magnification of each step of the zoom: it doubles, starting from the whole call. */
export function zoomsOf(durationSeconds: number): readonly number[] {
  const zooms = [1];
  while (zooms.length < leastZooms || durationSeconds / zooms.at(-1)! >= 2 * closestSeconds)
    zooms.push(2 * zooms.at(-1)!);
  return zooms;
}
