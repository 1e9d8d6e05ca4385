import type { CallMetrics } from '../../model/callEvent.ts';
import type { PracticeAttempt } from '../../model/practiceAttempt.ts';
import type { PracticeEvent } from '../../model/practiceEvent.ts';

/** What is known of an attempt when it is over, whoever keeps it. */
export type AttemptResult = Pick<
  PracticeAttempt,
  'durationSeconds' | 'score' | 'noScore' | 'outcome' | 'measures' | 'talkOvers' | 'turnedAt' | 'tryNext' | 'curve'
>;

/** One attempt at an exercise: a call's metrics in, what happens out, and a result at any time. */
export interface ExerciseRun {
  /** Ended by itself; a recording never is. */
  readonly isOver: boolean;
  /** @param metrics the next ones in time, the trainee being the agent */
  push(metrics: CallMetrics): readonly PracticeEvent[];
  result(): AttemptResult;
}

/** Null for the wire, to a hundredth. */
export function onWire(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 100) / 100;
}
