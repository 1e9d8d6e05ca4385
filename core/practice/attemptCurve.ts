import type { AttemptCurve } from '../model/practiceAttempt.ts';
import { toHundredth } from '../report/rounding.ts';
import { RunningMean } from '../statistics/mean.ts';
import type { TraineeReading } from './traineeReading.ts';

const STEP_SECONDS = 0.5;

/** Records an attempt's curves: means over half seconds, and null while the trainee is silent. */
export class AttemptCurveRecorder {
  readonly #curve: Record<'effortDb' | 'paceRatio', (number | null)[]> & { heat: number[] } = {
    effortDb: [],
    paceRatio: [],
    heat: [],
  };
  #effort = new RunningMean();
  #pace = new RunningMean();

  /** @param heat of the simulated caller, if there is one */
  push({ at, speaking, effortDb, paceRatio }: TraineeReading, heat?: number): void {
    while (at >= (this.#curve.effortDb.length + 1) * STEP_SECONDS) this.#step(heat);
    if (!speaking) return;
    this.#effort.push(effortDb);
    this.#pace.push(paceRatio);
  }

  get curve(): AttemptCurve {
    return { stepSeconds: STEP_SECONDS, ...this.#curve };
  }

  #step(heat: number | undefined): void {
    this.#curve.effortDb.push(toHundredth(this.#effort.value));
    this.#curve.paceRatio.push(toHundredth(this.#pace.value));
    if (heat !== undefined) this.#curve.heat.push(Math.round(heat * 100) / 100);
    this.#effort = new RunningMean();
    this.#pace = new RunningMean();
  }
}
