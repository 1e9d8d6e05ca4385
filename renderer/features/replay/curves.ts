import type { CallReport } from '../../../core/model/callReport.ts';
import type { Role } from '../../../core/model/role.ts';
import { easyPaceFactors, softEffortDb } from '../../../core/model/targets.ts';

export type CurveKind = 'effort' | 'level' | 'rate';

/** One party's curve over the call; null where there is nothing to show. */
interface CurveSeries {
  readonly role: Role;
  readonly values: readonly (number | null)[];
}

/** Curves of one kind, on one scale. */
export interface CurveSet {
  readonly kind: CurveKind;
  readonly series: readonly CurveSeries[];
  /** Where the agent's curve is on target. */
  readonly target: readonly [low: number, high: number] | undefined;
}

/** The upper curves that have something to show, the most telling first. */
export function upperCurves({ timeline }: CallReport): readonly CurveSet[] {
  return [
    set('effort', [['agent', timeline.agent?.effortDb]], [softEffortDb.low, softEffortDb.high]),
    set(
      'level',
      [
        ['agent', timeline.agent?.levelLufs],
        ['customer', timeline.customer?.levelLufs],
      ],
      undefined,
    ),
  ].filter(hasValues);
}

/** Its target is a matter of the agent's own rate: there is none without a baseline. */
export function rateCurve({ analysis, timeline }: CallReport): CurveSet {
  const usualRate = analysis.usual?.articulationRate;
  return set(
    'rate',
    [
      ['agent', timeline.agent?.articulationRate],
      ['customer', timeline.customer?.articulationRate],
    ],
    usualRate ? [easyPaceFactors.low * usualRate, easyPaceFactors.high * usualRate] : undefined,
  );
}

export function hasValues({ series }: CurveSet): boolean {
  return series.some(({ values }) => values.some((value) => value !== null));
}

function set(
  kind: CurveKind,
  parties: readonly (readonly [Role, readonly (number | null)[] | undefined])[],
  target: CurveSet['target'],
): CurveSet {
  return { kind, target, series: parties.flatMap(([role, values]) => (values ? [{ role, values }] : [])) };
}

/** Times of a curve's values, in seconds. */
export function curveTimes({ timeline }: CallReport): number[] {
  const length = Math.max(timeline.agent?.levelLufs.length ?? 0, timeline.customer?.levelLufs.length ?? 0);
  return Array.from({ length }, (_, index) => index * timeline.stepSeconds);
}
