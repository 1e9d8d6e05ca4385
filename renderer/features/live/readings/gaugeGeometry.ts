/** Shape of a dial: angles are degrees clockwise from straight up, lengths are in the units of the drawing. */
export const dial = { width: 240, height: 170, centreX: 120, centreY: 126, radius: 100, sweepDegrees: 210 } as const;

/** What a dial shows, from its left end to its right end. */
export interface DialScale {
  readonly low: number;
  readonly high: number;
}

/** What being in a stretch of the dial means. */
type BandTone = 'faint' | 'fine' | 'target' | 'caution';

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly tone: BandTone;
}

/** Where on the way from end to end a value stands, 0…1; beyond an end, that end. */
export function shareOf(value: number, { low, high }: DialScale): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** Where on the dial a value stands. */
export function angleOf(value: number, scale: DialScale): number {
  return (shareOf(value, scale) - 0.5) * dial.sweepDegrees;
}

export function pointAt(angleDegrees: number, radius: number): { x: number; y: number } {
  const angle = (angleDegrees * Math.PI) / 180;
  return { x: dial.centreX + radius * Math.sin(angle), y: dial.centreY - radius * Math.cos(angle) };
}

/**
 * An arc of the dial as the `d` of an SVG path.
 *
 * @throws {RangeError} when it would run backwards
 */
export function arcPath(fromDegrees: number, toDegrees: number, radius: number): string {
  if (toDegrees < fromDegrees) throw new RangeError('An arc runs clockwise.');
  const start = pointAt(fromDegrees, radius);
  const end = pointAt(toDegrees, radius);
  const isLarge = toDegrees - fromDegrees > 180 ? 1 : 0;
  return `M${round(start.x)} ${round(start.y)}A${radius} ${radius} 0 ${isLarge} 1 ${round(end.x)} ${round(end.y)}`;
}

/** A radial tick as the `d` of an SVG path. */
export function tickPath(angleDegrees: number, innerRadius: number, outerRadius: number): string {
  const inner = pointAt(angleDegrees, innerRadius);
  const outer = pointAt(angleDegrees, outerRadius);
  return `M${round(inner.x)} ${round(inner.y)}L${round(outer.x)} ${round(outer.y)}`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
