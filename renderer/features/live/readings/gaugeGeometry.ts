/** Shape of a dial: angles are degrees clockwise from straight up, lengths are in the units of the drawing. */
export const dial = { width: 240, height: 170, centreX: 120, centreY: 126, radius: 100, sweepDegrees: 210 } as const;

/** The values at the left and right ends of a dial. */
export interface DialScale {
  readonly low: number;
  readonly high: number;
}

/** The meaning of a band of the dial. */
type BandTone = 'faint' | 'fine' | 'target' | 'caution';

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly tone: BandTone;
}

/** Returns the position of a value between the ends, 0…1; a value beyond an end is at that end. */
export function shareOf(value: number, { low, high }: DialScale): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** Returns the angle of a value on the dial. */
export function angleOf(value: number, scale: DialScale): number {
  return (shareOf(value, scale) - 0.5) * dial.sweepDegrees;
}

export function pointAt(angleDegrees: number, radius: number): { x: number; y: number } {
  const angle = (angleDegrees * Math.PI) / 180;
  return { x: dial.centreX + radius * Math.sin(angle), y: dial.centreY - radius * Math.cos(angle) };
}

/**
 * Returns an arc of the dial as SVG path data.
 *
 * @throws {RangeError} if the arc would run backwards
 */
export function arcPath(fromDegrees: number, toDegrees: number, radius: number): string {
  if (toDegrees < fromDegrees) throw new RangeError('An arc must run clockwise.');
  const start = pointAt(fromDegrees, radius);
  const end = pointAt(toDegrees, radius);
  const isLarge = toDegrees - fromDegrees > 180 ? 1 : 0;
  return `M${round(start.x)} ${round(start.y)}A${radius} ${radius} 0 ${isLarge} 1 ${round(end.x)} ${round(end.y)}`;
}

/** Returns a radial tick as SVG path data. */
export function tickPath(angleDegrees: number, innerRadius: number, outerRadius: number): string {
  const inner = pointAt(angleDegrees, innerRadius);
  const outer = pointAt(angleDegrees, outerRadius);
  return `M${round(inner.x)} ${round(inner.y)}L${round(outer.x)} ${round(outer.y)}`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
