import type { Timing } from './story.ts';

/** The place of a line in the call, in seconds. */
export interface Placement {
  readonly start: number;
  readonly end: number;
}

/**
 * Places lines one after the other. A backchannel does not move the floor: the line after it counts from the end of the
 * line during which it was said.
 *
 * @param lines the timing and the spoken length of every line, in seconds; the first one counts from 0
 * @throws {RangeError} if a line would start before the call, or a backchannel would not end inside the other party's
 *   line
 */
export function schedule(lines: readonly { readonly timing: Timing; readonly seconds: number }[]): Placement[] {
  let floor: Placement = { start: 0, end: 0 };
  return lines.map(({ timing, seconds }, index) => {
    const start = startOf(timing, floor);
    const placement = { start, end: start + seconds };
    const holdsFloor = !('during' in timing);
    if (start < 0) throw new RangeError(`Line ${index} would start before the call.`);
    if (!holdsFloor && placement.end > floor.end)
      throw new RangeError(`Backchannel ${index} outlasts the other party's line.`);
    if (holdsFloor) floor = placement;
    return placement;
  });
}

function startOf(timing: Timing, floor: Placement): number {
  if ('after' in timing) return floor.end + timing.after;
  if ('cutIn' in timing) return floor.end - timing.cutIn;
  return floor.start + timing.during;
}
