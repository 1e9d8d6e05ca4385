import type { ReactNode } from 'react';
import type { AttemptCurve, PracticeAttempt } from '../../../../core/model/practiceAttempt.ts';
import { format } from '../../../text/format.ts';
import { practiceWords } from '../practiceWords.ts';
import { chartWidth, type Lane, laneHeight, lanePath, lanesOf, laneY, spanOf } from './attemptCurves.ts';
import './attemptChart.css';

const words = practiceWords.attempt;

interface AttemptChartProps {
  readonly attempt: PracticeAttempt;
  /** The curve of another attempt, drawn behind this one. */
  readonly ghost: AttemptCurve | undefined;
}

/** The caller's curve above the trainee's on one time axis, with the moment that turned the call. */
export function AttemptChart({ attempt, ghost }: AttemptChartProps) {
  const span = spanOf(ghost ? [attempt.curve, ghost] : [attempt.curve]);
  const { turnedAt } = attempt;
  return (
    <div className="attempt-chart">
      {lanesOf(attempt.curve).map((lane) => (
        <figure key={lane.kind}>
          <figcaption>{words[lane.kind]}</figcaption>
          <div className="attempt-ends" aria-hidden="true">
            <span>{words.ends[lane.kind].high}</span>
            <span>{words.ends[lane.kind].low}</span>
          </div>
          <svg
            viewBox={`0 0 ${chartWidth} ${laneHeight}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={words[lane.kind]}
          >
            <Target lane={lane} />
            {ghost && <path className="attempt-ghost" d={lanePath(ghost, lane, span)} />}
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
        <span>{format.clock(0)}</span>
        <span>{format.clock(span / 2)}</span>
        <span>{format.clock(span)}</span>
      </p>
      <Key hasGhost={ghost !== undefined} hasTurn={turnedAt !== null} />
    </div>
  );
}

function Target({ lane }: { readonly lane: Lane }) {
  if (!lane.target) return null;
  const { low, high } = lane.target;
  return (
    <rect
      className="attempt-target"
      width={chartWidth}
      y={laneY(high, lane)}
      height={laneY(low, lane) - laneY(high, lane)}
    />
  );
}

interface KeyProps {
  readonly hasGhost: boolean;
  readonly hasTurn: boolean;
}

/** The legend of the lines. */
function Key({ hasGhost, hasTurn }: KeyProps) {
  return (
    <ul className="attempt-key">
      <KeyEntry name={words.key.this}>
        <path className="attempt-line" d="M0 6h24" />
      </KeyEntry>
      {hasGhost && (
        <KeyEntry name={words.key.other}>
          <path className="attempt-ghost" d="M0 6h24" />
        </KeyEntry>
      )}
      <KeyEntry name={words.key.target}>
        <rect className="attempt-target" width="24" height="12" />
      </KeyEntry>
      {hasTurn && (
        <KeyEntry name={words.key.turn}>
          <path className="attempt-turn" d="M12 0v12" />
        </KeyEntry>
      )}
    </ul>
  );
}

function KeyEntry({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li>
      <svg viewBox="0 0 24 12" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {name}
    </li>
  );
}
