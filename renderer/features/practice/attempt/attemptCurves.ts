import type { AttemptCurve } from '../../../../core/model/practiceAttempt.ts';
import { easyPaceFactors, softEffortDb, type TargetRange } from '../../../../core/model/targets.ts';

/** One reading of an attempt over time, as drawn. */
export interface Lane {
  readonly kind: 'heat' | 'effort' | 'pace';
  readonly low: number;
  readonly high: number;
  /** The target band; undefined for the caller. */
  readonly target: TargetRange | undefined;
}

export const laneHeight = 84;
export const chartWidth = 1000;
/** Space above and below for a line at the very end of a scale. */
const laneMargin = 3;

export function lanesOf(curve: AttemptCurve): readonly Lane[] {
  const own: Lane[] = [
    { kind: 'effort', low: -12, high: 10, target: softEffortDb },
    { kind: 'pace', low: 0.5, high: 1.7, target: easyPaceFactors },
  ];
  return curve.heat.length > 0 ? [{ kind: 'heat', low: 0, high: 1, target: undefined }, ...own] : own;
}

export function laneValues(curve: AttemptCurve, { kind }: Lane): readonly (number | null)[] {
  switch (kind) {
    case 'heat':
      return curve.heat;
    case 'effort':
      return curve.effortDb;
    case 'pace':
      return curve.paceRatio;
  }
}

export function laneY(value: number, { low, high }: Lane): number {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return laneMargin + (laneHeight - 2 * laneMargin) * (1 - share);
}

/** Returns SVG path data through the values, with gaps where a value is missing; an isolated value is a dash. */
export function lanePath(curve: AttemptCurve, lane: Lane, spanSeconds: number): string {
  const step = (chartWidth * curve.stepSeconds) / spanSeconds;
  const values = laneValues(curve, lane);
  return values
    .map((value, index) => {
      if (value === null) return '';
      const begins = (values[index - 1] ?? null) === null;
      const isAlone = begins && (values[index + 1] ?? null) === null;
      const point = `${begins ? 'M' : 'L'}${(index * step).toFixed(1)} ${laneY(value, lane).toFixed(1)}`;
      return isAlone ? `${point}h${step.toFixed(1)}` : point;
    })
    .join('');
}

/** Returns the length of the shared time axis in seconds; never 0. */
export function spanOf(curves: readonly AttemptCurve[]): number {
  return Math.max(1, ...curves.map(({ effortDb, stepSeconds }) => effortDb.length * stepSeconds));
}
