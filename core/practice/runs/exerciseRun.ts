import type { CallMetrics } from '../../model/callEvent.ts';
import type { PracticeAttempt } from '../../model/practiceAttempt.ts';
import type { PracticeEvent, PracticeNow } from '../../model/practiceEvent.ts';
import type { TraineeReading } from '../traineeReading.ts';

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
  /** The caller's voice has finished a clip's words; only where it was not known beforehand when it would. */
  lineFinished?(clip: string): void;
}

/**
 * What every kind of exercise says of the trainee at a moment; what is a scenario's or a drill's is null.
 *
 * @param targetRate syllables a second to aim at
 */
export function nowOf(reading: TraineeReading, targetRate: number): PracticeNow {
  return {
    type: 'now',
    at: reading.at,
    speaking: reading.speaking,
    effortDb: onWire(reading.effortDb),
    paceRatio: onWire(reading.paceRatio),
    pitchSemitones: onWire(reading.pitchSemitones),
    targetRate,
    floor: null,
    heat: null,
    intensity: null,
    phase: null,
    phaseSeconds: null,
    talksOver: false,
  };
}

/** Null for the wire, to a hundredth. */
export function onWire(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 100) / 100;
}
