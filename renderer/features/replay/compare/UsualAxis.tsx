import type { PastComparison } from '../../../../contract/reviewContract.ts';

type AgainstPast = PastComparison['measures'][number];

const width = 160;
const height = 22;
/** Half of the axis, in widths of the usual: what is further off stands at its end. */
const reach = 2;

interface UsualAxisProps {
  readonly value: AgainstPast['value'];
  readonly past: AgainstPast['past'];
}

/**
 * Where a call stands to the agent's past, on one axis for all measures: its unit is the width of the usual, its middle the
 * median. The numbers are beside it.
 */
export function UsualAxis({ value, past }: UsualAxisProps) {
  if (value === null || !past) return null;
  const place = placeOn(past);
  return (
    <svg className="compare-usual" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line className="compare-usual-axis" x1={0} x2={width} y1={height / 2} y2={height / 2} />
      <rect
        className="compare-usual-band"
        x={place(past.q1)}
        width={place(past.q3) - place(past.q1)}
        y={4}
        height={height - 8}
      />
      <line className="compare-usual-median" x1={width / 2} x2={width / 2} y1={4} y2={height - 4} />
      <circle className="compare-usual-call" cx={place(value)} cy={height / 2} r={5} />
    </svg>
  );
}

/** Past calls that are all alike have no width: any other value is as far off as can be shown. */
function placeOn({ median, q1, q3 }: NonNullable<AgainstPast['past']>): (value: number) => number {
  const unit = q3 - q1;
  return (value) => {
    const off = value === median ? 0 : unit > 0 ? (value - median) / unit : Math.sign(value - median) * reach;
    return (width / 2) * (1 + 0.92 * Math.max(-1, Math.min(1, off / reach)));
  };
}
