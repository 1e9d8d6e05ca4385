import type { AttemptCurve } from '../model/practiceAttempt.ts';
import { AttemptCurveRecorder } from './attemptCurve.ts';
import { type StormOptions, StormSimulator } from './stormSimulator.ts';

/** As in a call: ten readings per second. */
const TICK_SECONDS = 0.1;
/** Longer than any call, which ends by itself. */
const MOST_SECONDS = 1800;

/** The answers of somebody who is soft and patient throughout. */
const reference = { effortDb: -3, paceRatio: 0.95, waitSeconds: 0.9, speechSeconds: 4 } as const;

/** Returns the curves of the same call with a soft and patient trainee, for comparison with an attempt. */
export function referenceCurve(options: StormOptions): AttemptCurve {
  const storm = new StormSimulator(options);
  const recorder = new AttemptCurveRecorder();
  let [answersAt, answersUntil] = [Number.POSITIVE_INFINITY, 0];
  for (let tick = 1; tick * TICK_SECONDS < MOST_SECONDS && !storm.isOver; tick++) {
    const at = tick * TICK_SECONDS;
    const speaking = at >= answersAt && at < answersUntil;
    const reading = { at, speaking, effortDb: reference.effortDb, paceRatio: reference.paceRatio, pitchSemitones: 0 };
    for (const action of storm.push(reading)) {
      if (action.type !== 'say') continue;
      answersAt = action.at + action.seconds + reference.waitSeconds;
      answersUntil = answersAt + reference.speechSeconds;
    }
    recorder.push(reading, storm.heat);
  }
  return recorder.curve;
}
