import type { CallMetrics } from '../../model/callEvent.ts';
import type { PracticeEvent } from '../../model/practiceEvent.ts';
import { AttemptCurveRecorder } from '../attemptCurve.ts';
import { traineeReading, usualRate } from '../traineeReading.ts';
import { type AttemptResult, type ExerciseRun, nowOf } from './exerciseRun.ts';

/** Speaking freely, or reading a passage: it has no score, for its report says more. */
export class RecordingRun implements ExerciseRun {
  readonly isOver = false;
  readonly #curve = new AttemptCurveRecorder();
  #seconds = 0;

  push(metrics: CallMetrics): readonly PracticeEvent[] {
    const reading = traineeReading(metrics);
    this.#curve.push(reading);
    this.#seconds = reading.at;
    return [nowOf(reading, usualRate(metrics))];
  }

  result(): AttemptResult {
    return {
      durationSeconds: this.#seconds,
      score: null,
      noScore: null,
      outcome: null,
      measures: {},
      talkOvers: null,
      turnedAt: null,
      tryNext: null,
      curve: this.#curve.curve,
    };
  }
}
