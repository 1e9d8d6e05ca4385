import type uPlot from 'uplot';
import { formatClock } from '../../components/formatReading.ts';
import type { CurveSet } from './curves.ts';
import type { PaletteColours } from './usePaletteColours.ts';

/** Width of the names of the lanes and of the curves' scales: one axis of time for all. */
const gutterWidth = 52;
const plotHeight = 96;
const timesHeight = 30;

interface CurveOptions {
  readonly curve: CurveSet;
  readonly colours: PaletteColours;
  readonly withTimes: boolean;
  readonly width: number;
  readonly onHover: (index: number | undefined) => void;
}

/** How a curve is drawn: the agent's line full, the caller's dashed, the target as a band. */
export function curveOptions({ curve, colours, withTimes, width, onHover }: CurveOptions): uPlot.Options {
  const axis = { stroke: colours.ink, font: '12px system-ui', ticks: { show: false } } as const;
  return {
    width,
    height: plotHeight + (withTimes ? timesHeight : 0),
    padding: [8, 0, withTimes ? 0 : 8, 0],
    legend: { show: false },
    cursor: { y: false, drag: { setScale: false, x: false, y: false }, sync: { key: 'call' }, points: { size: 7 } },
    scales: { x: { time: false }, y: { range: rangeOf(curve) } },
    axes: [
      {
        ...axis,
        show: withTimes,
        size: timesHeight,
        gap: 9,
        space: 70,
        grid: { show: false },
        incrs: [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600],
        values: timesOf,
      },
      {
        ...axis,
        size: gutterWidth,
        gap: 6,
        space: 28,
        grid: { stroke: colours.edge, width: 1 },
        values: (_chart, splits) => splits.map((split) => String(split).replace('-', '−')),
      },
    ],
    series: [
      {},
      ...curve.series.map(({ role }) => ({
        stroke: colours[role],
        width: 1.8,
        spanGaps: false,
        points: { show: false },
        ...(role === 'customer' && { dash: [5, 3] }),
      })),
    ],
    hooks: {
      drawClear: [(chart) => drawTarget(chart, curve.target, colours.target)],
      setCursor: [(chart) => onHover(chart.cursor.idx ?? undefined)],
    },
  };
}

/** Scales that do not jump with every call, and still show what lies outside. */
function rangeOf({ kind }: CurveSet): uPlot.Range.Function {
  const usual = { effort: [-12, 8], level: [-50, -10], rate: [0, 8] } as const;
  const [low, high] = usual[kind];
  return (_chart, min, max) => [Math.min(low, min ?? low), Math.max(high, max ?? high)];
}

function drawTarget(chart: uPlot, target: CurveSet['target'], colour: string): void {
  if (!target) return;
  const { ctx, bbox } = chart;
  const top = chart.valToPos(target[1], 'y', true);
  const bottom = chart.valToPos(target[0], 'y', true);
  ctx.save();
  ctx.fillStyle = colour;
  ctx.globalAlpha = 0.13;
  ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
  ctx.restore();
}

/** Names of the moments under the plot; one that the right edge would cut off is left out. */
function timesOf({ scales }: uPlot, splits: number[]): string[] {
  const { min = 0, max = 0 } = scales['x'] ?? {};
  const last = (max ?? 0) - 0.05 * ((max ?? 0) - (min ?? 0));
  return splits.map((split) => (split > last ? '' : formatClock(split)));
}
