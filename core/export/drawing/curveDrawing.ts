import type { CallReport } from '../../model/callReport.ts';
import type { Role } from '../../model/role.ts';
import { easyPace, softEffortDb, type TargetRange } from '../../model/targets.ts';
import { exportWords } from '../exportWords.ts';
import { binned } from './binned.ts';
import { type Drawing, line, type Point, type Shape } from './drawing.ts';
import { palette } from './palette.ts';
import { frame, TimeAxis, tenth } from './timeAxis.ts';

interface Curve {
  readonly name: keyof typeof exportWords.curves;
  readonly unit: string;
  readonly series: readonly { readonly role: Role; readonly values: readonly (number | null)[] }[];
  /** The agent's target. */
  readonly target: TargetRange;
  /** The agent's usual value. */
  readonly usual: number | undefined;
  /** The smallest range of the scale. */
  readonly least: readonly [low: number, high: number];
}

const plot = { top: 22, height: 96 } as const;
const mostPoints = 350;

/** Draws effort and rate over time, if they are known, each with its target. */
export function curveDrawings(report: CallReport): Drawing[] {
  const { agent, customer } = report.timeline;
  const usualRate = report.analysis.usual?.articulationRate;
  const curves: Curve[] = [
    {
      name: 'effort',
      unit: 'dB',
      series: agent ? [{ role: 'agent', values: agent.effortDb }] : [],
      target: softEffortDb,
      usual: 0,
      least: [-10, 10],
    },
    {
      name: 'rate',
      unit: exportWords.rateUnit,
      series: [
        ...(agent ? [{ role: 'agent' as const, values: agent.articulationRate }] : []),
        ...(customer ? [{ role: 'customer' as const, values: customer.articulationRate }] : []),
      ],
      target: easyPace(usualRate),
      usual: usualRate ?? undefined,
      least: [2, 7],
    },
  ];
  return curves
    .filter(({ series }) => series.some(({ values }) => values.some((value) => value !== null)))
    .map((curve) => curveDrawing(curve, new TimeAxis(report.source.durationSeconds)));
}

function curveDrawing(curve: Curve, axis: TimeAxis): Drawing {
  const lines = curve.series.map(({ role, values }) => ({ role, values: binned(values, mostPoints, 'mean') }));
  const known = lines.flatMap(({ values }) => values).filter((value) => value !== undefined);
  const low = Math.floor(known.reduce((least, value) => Math.min(least, value), curve.least[0]));
  const high = Math.ceil(known.reduce((most, value) => Math.max(most, value), curve.least[1]));
  const bottom = plot.top + plot.height;
  const y = (value: number) => tenth(bottom - ((value - low) / (high - low)) * plot.height);
  const { target, usual } = curve;
  const { left, right } = frame;
  return {
    width: frame.width,
    height: bottom + 20,
    description: exportWords.drawings.curve(exportWords.curves[curve.name], low, high, curve.unit),
    shapes: [
      { type: 'text', x: 0, y: 12, size: 11, text: exportWords.curves[curve.name], fill: palette.ink, bold: true },
      targetBand(y(Math.min(high, target.high)), y(Math.max(low, target.low)), left, right),
      ...axis.grid(plot.top, bottom),
      ...[low, (low + high) / 2, high].map(
        (value): Shape => ({
          type: 'text',
          x: left - 6,
          y: y(value) + 3,
          size: 9,
          text: `${Number(value.toFixed(1))}`.replace('-', '−'),
          fill: palette.inkSoft,
          anchor: 'end',
        }),
      ),
      { type: 'text', x: right, y: 12, size: 9, text: curve.unit, fill: palette.inkSoft, anchor: 'end' },
      ...(usual === undefined ? [] : [line([left, y(usual)], [right, y(usual)], palette.agent, 0.75, true)]),
      ...lines.flatMap(({ role, values }) =>
        runsOf(values).map(
          (run): Shape => ({
            type: 'line',
            points: run.map(
              ([bin, value]): Point => [tenth(left + ((bin + 0.5) / values.length) * (right - left)), y(value)],
            ),
            stroke: palette[role],
            width: role === 'agent' ? 1.6 : 1.1,
          }),
        ),
      ),
    ],
  };
}

function targetBand(top: number, bottom: number, left: number, right: number): Shape {
  return { type: 'rect', x: left, y: top, width: right - left, height: tenth(bottom - top), fill: palette.agentPale };
}

/** Returns the runs of known values; a single value becomes a short stroke. */
function runsOf(values: readonly (number | undefined)[]): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const [bin, value] of [...values, undefined].entries()) {
    if (value !== undefined) run.push([bin, value]);
    else if (run.length > 0) {
      const [only] = run;
      runs.push(run.length === 1 && only ? [only, [only[0] + 1, only[1]]] : run);
      run = [];
    }
  }
  return runs;
}
