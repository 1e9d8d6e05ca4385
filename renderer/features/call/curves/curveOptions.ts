import type uPlot from 'uplot';
import type { CurveSet } from './curves.ts';
import type { PaletteColours } from './usePaletteColours.ts';

/** Width of the names of the lanes and of the curves' scales, which share one time axis. */
const gutterWidth = 72;
const plotHeight = 96;

interface CurveOptions {
  readonly curve: CurveSet;
  readonly colours: PaletteColours;
  readonly width: number;
  readonly onHover: (index: number | undefined) => void;
}

/**
 * Returns how a curve is drawn: the agent's line solid, the caller's dashed, the target as a band, the usual as dots.
 */
export function curveOptions({ curve, colours, width, onHover }: CurveOptions): uPlot.Options {
  const axis = { stroke: colours.ink, font: '12px system-ui', ticks: { show: false } } as const;
  return {
    width,
    height: plotHeight,
    padding: [8, 0, 8, 0],
    legend: { show: false },
    cursor: { y: false, drag: { setScale: false, x: false, y: false }, sync: { key: 'call' }, points: { size: 7 } },
    scales: { x: { time: false }, y: { range: rangeOf(curve) } },
    axes: [
      { show: false },
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
      drawClear: [(chart) => drawTarget(chart, curve, colours)],
      setCursor: [(chart) => onHover(chart.cursor.idx ?? undefined)],
    },
  };
}

/** Returns a scale that does not change with every call, yet includes outliers. */
function rangeOf({ kind }: CurveSet): uPlot.Range.Function {
  const usual = { effort: [-12, 8], level: [-50, -10], rate: [0, 8], pitch: [-6, 6] } as const;
  const [low, high] = usual[kind];
  return (_chart, min, max) => [Math.min(low, min ?? low), Math.max(high, max ?? high)];
}

/** Draws the agent's target as a band, and the usual as a line of dots. */
function drawTarget(chart: uPlot, { target, usual }: CurveSet, colours: PaletteColours): void {
  const { ctx, bbox } = chart;
  ctx.save();
  if (target) {
    const top = Math.max(bbox.top, chart.valToPos(target.high, 'y', true));
    const bottom = Math.min(bbox.top + bbox.height, chart.valToPos(target.low, 'y', true));
    ctx.fillStyle = colours.target;
    ctx.globalAlpha = 0.13;
    ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
  }
  if (usual !== undefined) {
    const y = chart.valToPos(usual, 'y', true);
    ctx.globalAlpha = 0.8;
    ctx.strokeStyle = colours.ink;
    ctx.setLineDash([1.5, 4.5]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  ctx.restore();
}
