import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { format } from '../../../text/format.ts';
import 'uplot/dist/uPlot.min.css';
import { usePaletteColours } from '../curves/usePaletteColours.ts';
import { compareWords as words } from './compareWords.ts';

interface CompareCurveProps {
  readonly name: string;
  /** The length of the whole axis. */
  readonly seconds: number;
  readonly stepSeconds: number;
  readonly values: readonly (number | null)[];
  readonly otherStepSeconds: number;
  readonly otherValues: readonly (number | null)[];
}

const height = 150;
/** The number of means per curve: a comparison shows the course of two calls, not their syllables. */
const points = 120;

/** The agent's curve in both calls. The numbers are in the tables of the calls. */
export function CompareCurve(props: CompareCurveProps) {
  const { name, seconds, stepSeconds, values, otherStepSeconds, otherValues } = props;
  const container = useRef<HTMLDivElement>(null);
  const colours = usePaletteColours();

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const pointSeconds = seconds / points;
    const times = Array.from({ length: points }, (_, i) => (i + 0.5) * pointSeconds);
    const axis = { stroke: colours.ink, font: '12px system-ui', ticks: { show: false } } as const;
    // A point between two silences has no line.
    const line = { width: 2, points: { show: true, size: 4 } } as const;
    const chart = new uPlot(
      {
        width: element.clientWidth,
        height,
        // To the right edge, like the strips above.
        padding: [8, 0, 0, 0],
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false, range: [0, seconds] } },
        axes: [
          { ...axis, grid: { show: false }, values: (_chart, splits) => splits.map((split) => format.clock(split)) },
          {
            ...axis,
            size: 44,
            space: 26,
            grid: { stroke: colours.edge, width: 1 },
            values: (_chart, splits) => splits.map((split) => format.tick(split)),
          },
        ],
        series: [
          {},
          { ...line, stroke: colours.agent, points: { ...line.points, fill: colours.agent } },
          { ...line, stroke: colours.customer, dash: [5, 3], points: { ...line.points, fill: colours.customer } },
        ],
      },
      [times, meansOf(values, stepSeconds, pointSeconds), meansOf(otherValues, otherStepSeconds, pointSeconds)],
      element,
    );
    const resizing = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    resizing.observe(element);
    return () => {
      resizing.disconnect();
      chart.destroy();
    };
  }, [seconds, stepSeconds, values, otherStepSeconds, otherValues, colours]);

  return (
    <figure className="compare-curve">
      <figcaption>
        {name} <span data-which="this">{words.legend.this}</span> <span data-which="other">{words.legend.other}</span>
      </figcaption>
      <div ref={container} aria-hidden="true" />
    </figure>
  );
}

function meansOf(values: readonly (number | null)[], stepSeconds: number, pointSeconds: number): (number | null)[] {
  return Array.from({ length: points }, (_, i) => {
    const part = values.slice(
      Math.floor((i * pointSeconds) / stepSeconds),
      Math.ceil(((i + 1) * pointSeconds) / stepSeconds),
    );
    const known = part.filter((value) => value !== null);
    return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null;
  });
}
