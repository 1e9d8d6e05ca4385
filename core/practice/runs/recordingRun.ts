import type { CallMetrics } from '../../model/callEvent.ts';
import type { PracticeEvent } from '../../model/practiceEvent.ts';
import { AttemptCurveRecorder } from '../attemptCurve.ts';
import { traineeReading, usualRate } from '../traineeReading.ts';
import { type AttemptResult, type ExerciseRun, nowOf, unscored } from './exerciseRun.ts';

/** Free speech or a passage read aloud. It has no score, because its report says more. */
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
    return { ...unscored, durationSeconds: this.#seconds, curve: this.#curve.curve };
  }
}
