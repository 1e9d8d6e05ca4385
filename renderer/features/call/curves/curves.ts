import type { CallReport } from '../../../../core/model/callReport.ts';
import type { Role } from '../../../../core/model/role.ts';
import { easyPace, evenPitchSemitones, softEffortDb, type TargetRange } from '../../../../core/model/targets.ts';
import { mean } from '../../../../core/statistics/mean.ts';

export type CurveKind = 'effort' | 'level' | 'rate' | 'pitch';

/** One party's curve over the call; null where there is no value. */
interface CurveSeries {
  readonly role: Role;
  readonly values: readonly (number | null)[];
}

/** Curves of one kind, on one scale. */
export interface CurveSet {
  readonly kind: CurveKind;
  readonly series: readonly CurveSeries[];
  /** The agent's usual. */
  readonly usual: number | undefined;
  /** The range in which the agent's curve is on target. */
  readonly target: TargetRange | undefined;
}

/** Returns the upper curves that have values, the most informative first. */
export function upperCurves({ analysis, timeline }: CallReport): readonly CurveSet[] {
  const { agent, customer } = timeline;
  const usualLevel = analysis.usual?.activeLufs;
  return [
    set('effort', [['agent', agent?.effortDb]], 0, softEffortDb),
    set(
      'level',
      [
        ['agent', agent?.levelLufs],
        ['customer', customer?.levelLufs],
      ],
      usualLevel,
      usualLevel === undefined
        ? undefined
        : { low: usualLevel + softEffortDb.low, high: usualLevel + softEffortDb.high },
    ),
  ].filter(hasValues);
}

/** Returns pace and pitch, if they have values. */
export function lowerCurves({ analysis, timeline }: CallReport): readonly CurveSet[] {
  const { agent, customer } = timeline;
  const usualRate = analysis.usual?.articulationRate ?? undefined;
  return [
    set(
      'rate',
      [
        ['agent', agent?.articulationRate],
        ['customer', customer?.articulationRate],
      ],
      usualRate,
      easyPace(usualRate),
    ),
    set(
      'pitch',
      [
        ['agent', agent?.pitchSemitones],
        ['customer', customer?.pitchSemitones],
      ],
      0,
      evenPitchSemitones,
    ),
  ].filter(hasValues);
}

export function hasValues({ series }: CurveSet): boolean {
  return series.some(({ values }) => values.some((value) => value !== null));
}

function set(
  kind: CurveKind,
  parties: readonly (readonly [Role, readonly (number | null)[] | undefined])[],
  usual: number | undefined,
  target: TargetRange | undefined,
): CurveSet {
  return {
    kind,
    usual,
    target,
    series: parties.flatMap(([role, values]) => (values ? [{ role, values }] : [])),
  };
}

/** Returns the times of a curve's values, in seconds. */
export function curveTimes({ timeline }: CallReport): number[] {
  const length = Math.max(timeline.agent?.levelLufs.length ?? 0, timeline.customer?.levelLufs.length ?? 0);
  return Array.from({ length }, (_, index) => index * timeline.stepSeconds);
}

/** One row of the curves as a table: means over an interval; null where nobody spoke. */
export interface CurveRow {
  readonly from: number;
  /** In the order of the curves' series. */
  readonly means: readonly (number | null)[];
}

const mostRows = 40;
const roundSeconds = [5, 10, 15, 30, 60, 120, 300, 600];

/** Returns the curves as a table of at most 40 rows, each a round number of seconds. */
export function curveRows({ timeline, source }: CallReport, curves: readonly CurveSet[]): readonly CurveRow[] {
  const { stepSeconds } = timeline;
  const interval = roundSeconds.find((seconds) => source.durationSeconds / seconds <= mostRows) ?? 1200;
  const rows = Math.ceil(source.durationSeconds / interval);
  return Array.from({ length: rows }, (_, row) => ({
    from: row * interval,
    means: curves.flatMap(({ series }) =>
      series.map(
        ({ values }) =>
          mean(
            values.slice(Math.floor((row * interval) / stepSeconds), Math.floor(((row + 1) * interval) / stepSeconds)),
          ) ?? null,
      ),
    ),
  }));
}
