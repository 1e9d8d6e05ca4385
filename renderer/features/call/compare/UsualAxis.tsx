import { type Past, usualPlace } from './usualPlace.ts';

const width = 160;
const height = 22;
const radius = 5;

interface UsualAxisProps {
  readonly value: number | null;
  readonly past: Past | null;
}

/** A value of the call on the axis of the agent's past; the numbers are next to it. */
export function UsualAxis({ value, past }: UsualAxisProps) {
  if (value === null || !past) return null;
  const x = (of: number) => width / 2 + (width / 2 - radius - 1) * usualPlace(past, of);
  return (
    <svg className="compare-usual" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line className="compare-usual-axis" x1={0} x2={width} y1={height / 2} y2={height / 2} />
      <rect className="compare-usual-band" x={x(past.q1)} width={x(past.q3) - x(past.q1)} y={4} height={height - 8} />
      <line className="compare-usual-median" x1={width / 2} x2={width / 2} y1={4} y2={height - 4} />
      <circle className="compare-usual-call" cx={x(value)} cy={height / 2} r={radius} />
    </svg>
  );
}
