import { framesOf } from '../stream/frameTime.ts';

/** Frames in a step of the timeline. */
function framesPerStep(stepSeconds: number): number {
  const frames = framesOf(stepSeconds);
  if (frames < 1) throw new RangeError(`a timeline step of ${stepSeconds} s is shorter than a frame`);
  return frames;
}

/**
 * A curve of the report: one value a step, missing where there was no speech. Values of a step are gathered and reduced
 * when the step is over.
 */
export class TimelineSeries {
  readonly #framesPerStep: number;
  readonly #reduce: (values: readonly number[]) => number | undefined;
  readonly #values: (number | undefined)[] = [];
  #gathered: number[] = [];

  constructor(stepSeconds: number, reduce: (values: readonly number[]) => number | undefined) {
    this.#framesPerStep = framesPerStep(stepSeconds);
    this.#reduce = reduce;
  }

  /** Adds a value of the frame `index`; frames come in order, any number of values for each. */
  add(frameIndex: number, value: number | undefined): void {
    this.#completeUpTo(Math.floor(frameIndex / this.#framesPerStep));
    if (value !== undefined) this.#gathered.push(value);
  }

  /** The series up to `frameCount` frames, a value for each step begun. The series may go on afterwards. */
  values(frameCount: number): readonly (number | undefined)[] {
    const steps = Math.ceil(frameCount / this.#framesPerStep);
    const begun = this.#gathered.length > 0 ? [this.#reduce(this.#gathered)] : [];
    const values = [...this.#values, ...begun];
    while (values.length < steps) values.push(undefined);
    return values;
  }

  #completeUpTo(step: number): void {
    while (this.#values.length < step) {
      this.#values.push(this.#gathered.length > 0 ? this.#reduce(this.#gathered) : undefined);
      this.#gathered = [];
    }
  }
}

export function lastOf(values: readonly number[]): number | undefined {
  return values.at(-1);
}
