import type { Point, Rectangle } from 'electron';

/** Size of the compact view, in pixels of the screen. */
export const overlaySize = { width: 320, height: 110 } as const;
const marginPixels = 24;

/**
 * Returns the nearest place where the small window is wholly inside an area; the lower right corner if none was
 * selected.
 */
export function overlayPlace(saved: Point | null, area: Rectangle): Point {
  const right = area.x + area.width - overlaySize.width;
  const bottom = area.y + area.height - overlaySize.height;
  if (saved === null) return { x: right - marginPixels, y: bottom - marginPixels };
  return {
    x: Math.round(Math.max(area.x, Math.min(right, saved.x))),
    y: Math.round(Math.max(area.y, Math.min(bottom, saved.y))),
  };
}
