import type { AttemptCurve } from '../model/practiceAttempt.ts';
import { AttemptCurveRecorder } from './attemptCurve.ts';
import { type StormOptions, StormSimulator } from './stormSimulator.ts';

/** Readings ten a second, as those of a call. */
const TICK_SECONDS = 0.1;
/** Longer than any call: it ends by itself. */
const MOST_SECONDS = 1800;

/** How somebody answers who is soft and patient throughout. */
const reference = { effortDb: -3, paceRatio: 0.95, waitSeconds: 0.9, speechSeconds: 4 } as const;

/** The curves of the same call with a trainee who is soft and patient throughout, to hold an attempt against. */
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
