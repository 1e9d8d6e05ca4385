import type { PracticeAttempt } from '../../../../core/model/practiceAttempt.ts';
import { formatClock } from '../../../components/formatReading.ts';
import { practiceWords } from '../practiceWords.ts';
import { chartWidth, type Lane, laneHeight, lanePath, lanesOf, laneY, spanOf } from './attemptCurves.ts';
import './attemptChart.css';

const words = practiceWords.attempt;

interface AttemptChartProps {
  readonly attempt: PracticeAttempt;
  /** Another attempt, drawn behind it. */
  readonly ghost: PracticeAttempt | undefined;
}

/** The caller's curve over the trainee's, on one axis of time, with the moment that turned it. */
export function AttemptChart({ attempt, ghost }: AttemptChartProps) {
  const span = spanOf(ghost ? [attempt.curve, ghost.curve] : [attempt.curve]);
  const { turnedAt } = attempt;
  return (
    <div className="attempt-chart">
      {lanesOf(attempt.curve).map((lane) => (
        <figure key={lane.kind}>
          <figcaption>{words[lane.kind]}</figcaption>
          <svg
            viewBox={`0 0 ${chartWidth} ${laneHeight}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={words[lane.kind]}
          >
            <Target lane={lane} />
            {ghost && <path className="attempt-ghost" d={lanePath(ghost.curve, lane, span)} />}
            <path className="attempt-line" data-lane={lane.kind} d={lanePath(attempt.curve, lane, span)} />
            {turnedAt && (
              <line
                className="attempt-turn"
                x1={(chartWidth * turnedAt.at) / span}
                x2={(chartWidth * turnedAt.at) / span}
                y1="0"
                y2={laneHeight}
              />
            )}
          </svg>
        </figure>
      ))}
      <p className="attempt-times" aria-hidden="true">
        <span>{formatClock(0)}</span>
        <span>{formatClock(span / 2)}</span>
        <span>{formatClock(span)}</span>
      </p>
    </div>
  );
}

function Target({ lane }: { readonly lane: Lane }) {
  if (!lane.target) return null;
  const [low, high] = lane.target;
  return (
    <rect
      className="attempt-target"
      width={chartWidth}
      y={laneY(high, lane)}
      height={laneY(low, lane) - laneY(high, lane)}
    />
  );
}
