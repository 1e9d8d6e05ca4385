import { RunningMean } from '../statistics/mean.ts';
import type { Answer } from './answerEffect.ts';
import type { TraineeReading } from './traineeReading.ts';

/** Measures an answer of the trainee while it is spoken. */
export class AnswerMeter {
  readonly #gapSeconds: number;
  readonly #effort = new RunningMean();
  readonly #pace = new RunningMean();
  #speechSeconds = 0;
  #lastSpeechAt: number;

  /** @param gapSeconds from the caller's last word to the answer's first */
  constructor(gapSeconds: number, startsAt: number) {
    this.#gapSeconds = gapSeconds;
    this.#lastSpeechAt = startsAt;
  }

  get speechSeconds(): number {
    return this.#speechSeconds;
  }

  get lastSpeechAt(): number {
    return this.#lastSpeechAt;
  }

  /** @param seconds the length of speech that the reading covers */
  push({ at, effortDb, paceRatio }: TraineeReading, seconds: number): void {
    this.#speechSeconds += seconds;
    this.#lastSpeechAt = at;
    this.#effort.push(effortDb);
    this.#pace.push(paceRatio);
  }

  answer(): Answer {
    return {
      gapSeconds: this.#gapSeconds,
      speechSeconds: this.#speechSeconds,
      effortDb: this.#effort.value,
      paceRatio: this.#pace.value,
    };
  }
}
