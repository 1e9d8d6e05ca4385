import type { Trend } from '../../../contract/reviewContract.ts';
import { followedMeasure } from '../../components/formatMeasure.ts';
import { hashOf } from '../../state/page.ts';
import { trendsWords as words } from './trendsWords.ts';
import { weekName, weekNumber } from './weekAxis.ts';

const width = 300;
const height = 96;
const inset = 10;

/** One measure week by week: a dot for the median, a bar for the middle half; the band is the agent's usual range. */
export function TrendChart({ trend }: { readonly trend: Trend }) {
  const { measure, own, weeks, best } = trend;
  const { label, detail, format } = followedMeasure(measure);
  const latest = weeks.at(-1);
  return (
    <figure className="trend">
      <figcaption>
        <strong>{label}</strong> <span>{detail}</span>
      </figcaption>
      {own && latest ? (
        <>
          <p className="trend-latest">
            {format(latest.median)} <span>{words.latest({ week: weekName(latest.week) })}</span>
          </p>
          <Weeks trend={trend} />
          <p>{words.own({ median: format(own.median), low: format(own.q1), high: format(own.q3) })}</p>
          {best && (
            <p>
              <a href={hashOf({ name: 'call', callId: best.callId })}>{words.best({ value: format(best.value) })}</a>
            </p>
          )}
        </>
      ) : (
        <p>{words.tooFew}</p>
      )}
    </figure>
  );
}

function Weeks({ trend: { measure, own, weeks } }: { readonly trend: Trend }) {
  if (!own) return null;
  const numbers = weeks.map(({ week }) => weekNumber(week));
  const values = weeks.flatMap(({ q1, q3 }) => [q1, q3]);
  const x = scale([Math.min(...numbers), Math.max(...numbers)], [inset, width - inset]);
  const y = scale([Math.min(own.q1, ...values), Math.max(own.q3, ...values)], [height - inset, inset]);
  const points = weeks.map((each, i) => ({ ...each, at: x(numbers[i] ?? 0) }));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.chart({ name: followedMeasure(measure).label, weeks: weeks.length })}
    >
      <rect className="trend-own" x={0} width={width} y={y(own.q3)} height={Math.max(1, y(own.q1) - y(own.q3))} />
      <line className="trend-median" x1={0} x2={width} y1={y(own.median)} y2={y(own.median)} />
      <polyline className="trend-line" points={points.map(({ at, median }) => `${at},${y(median)}`).join(' ')} />
      {points.map(({ week, at, median, q1, q3 }) => (
        <g key={week}>
          <line className="trend-spread" x1={at} x2={at} y1={y(q1)} y2={y(q3)} />
          <circle className="trend-week" cx={at} cy={y(median)} r={4} />
        </g>
      ))}
    </svg>
  );
}

/** Maps one range linearly to another; an empty range maps to the middle. */
function scale([from, to]: readonly [number, number], [low, high]: readonly [number, number]) {
  return (value: number) => (to > from ? low + ((value - from) / (to - from)) * (high - low) : (low + high) / 2);
}
