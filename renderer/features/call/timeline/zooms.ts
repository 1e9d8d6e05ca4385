/** As close as lanes are looked at, in seconds on the screen. */
const closestSeconds = 40;
const leastZooms = 5;

/** How many times each step of the zoom widens the call: doubling, from the whole of it on. */
export function zoomsOf(durationSeconds: number): readonly number[] {
  const zooms = [1];
  while (zooms.length < leastZooms || durationSeconds / zooms.at(-1)! >= 2 * closestSeconds)
    zooms.push(2 * zooms.at(-1)!);
  return zooms;
}
