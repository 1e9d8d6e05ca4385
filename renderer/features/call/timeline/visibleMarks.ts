import type { Span } from '../../../../core/model/callReport.ts';
import type { LaneMark } from './layers.ts';

/**
 * Returns the marks to draw in a part of the call: those within it, with one in place of several spans of a layer that
 * are less than a pixel apart. An hour has thousands of spans, and a screen is a thousand pixels wide.
 *
 * @param marks in order of their start within each layer and lane
 */
export function visibleMarks(marks: readonly LaneMark[], [from, to]: Span, secondsPerPixel: number): LaneMark[] {
  const drawn: LaneMark[] = [];
  const lastOf = new Map<string, number>();
  for (const mark of marks) {
    if (mark.end < from || mark.start > to) continue;
    const key = `${mark.layer} ${mark.role}`;
    const lastAt = lastOf.get(key);
    const last = lastAt === undefined ? undefined : drawn[lastAt];
    if (lastAt !== undefined && last && mark.start - last.end < secondsPerPixel && mark.end > mark.start) {
      drawn[lastAt] = { ...last, end: Math.max(last.end, mark.end) };
    } else {
      lastOf.set(key, drawn.length);
      drawn.push(mark);
    }
  }
  return drawn;
}

/**
 * Returns the part to draw marks for: the visible part and the same again on either side, so that not every scroll
 * redraws.
 */
export function drawnSpan([start, end]: Span): Span {
  const margin = end - start;
  return [start - margin, end + margin];
}
