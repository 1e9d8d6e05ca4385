import type { CallMetrics } from '../../model/callEvent.ts';
import type { PracticeAttempt } from '../../model/practiceAttempt.ts';
import type { PracticeEvent, PracticeNow } from '../../model/practiceEvent.ts';
import { toHundredth } from '../../report/rounding.ts';
import type { TraineeReading } from '../traineeReading.ts';

/** The outcome of an attempt, before it is stored. */
export type AttemptResult = Pick<
  PracticeAttempt,
  'durationSeconds' | 'score' | 'noScore' | 'outcome' | 'measures' | 'talkOvers' | 'turnedAt' | 'tryNext' | 'curve'
>;

/** One attempt at an exercise: takes a call's metrics, returns events, and has a result at any time. */
export interface ExerciseRun {
  /** True once the exercise has ended by itself; never for a recording. */
  readonly isOver: boolean;
  /** @param metrics the next ones in time; the agent is the trainee */
  push(metrics: CallMetrics): readonly PracticeEvent[];
  result(): AttemptResult;
  /** Reports that the caller's voice has finished a clip; only for voices whose length is not known beforehand. */
  lineFinished?(clip: string): void;
}

/** The part of a result that an exercise without a score leaves as it is. */
export const unscored = {
  score: null,
  noScore: null,
  outcome: null,
  measures: {},
  talkOvers: null,
  turnedAt: null,
  tryNext: null,
} as const satisfies Partial<AttemptResult>;

/**
 * Returns the readings that every kind of exercise shows; those of a scenario or a drill alone are null.
 *
 * @param targetRate target in syllables per second
 */
export function nowOf(reading: TraineeReading, targetRate: number): PracticeNow {
  return {
    type: 'now',
    at: reading.at,
    speaking: reading.speaking,
    effortDb: toHundredth(reading.effortDb),
    paceRatio: toHundredth(reading.paceRatio),
    pitchSemitones: toHundredth(reading.pitchSemitones),
    targetRate,
    floor: null,
    heat: null,
    intensity: null,
    phase: null,
    phaseSeconds: null,
    talksOver: false,
  };
}
