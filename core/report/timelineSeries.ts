import { framesOf } from '../stream/frameTime.ts';

/** A curve of the report with one value per step, reduced from all values of that step; undefined without speech. */
export class TimelineSeries {
  readonly #framesPerStep: number;
  readonly #reduce: (values: readonly number[]) => number | undefined;
  readonly #values: (number | undefined)[] = [];
  #gathered: number[] = [];

  /**
   * @param reduce returns undefined for no values
   * @throws {RangeError} if a step is shorter than a frame
   */
  constructor(stepSeconds: number, reduce: (values: readonly number[]) => number | undefined) {
    this.#framesPerStep = framesOf(stepSeconds);
    if (this.#framesPerStep < 1) throw new RangeError(`a timeline step of ${stepSeconds} s is shorter than a frame`);
    this.#reduce = reduce;
  }

  /** Adds a value of a frame. Frames come in order, each with any number of values. */
  add(frameIndex: number, value: number | undefined): void {
    this.#completeUpTo(Math.floor(frameIndex / this.#framesPerStep));
    if (value !== undefined) this.#gathered.push(value);
  }

  /** Returns a value for each step that has begun within the first `frameCount` frames. More values may follow. */
  values(frameCount: number): readonly (number | undefined)[] {
    const values = [...this.#values, this.#reduce(this.#gathered)];
    return Array.from({ length: Math.ceil(frameCount / this.#framesPerStep) }, (_, step) => values[step]);
  }

  #completeUpTo(step: number): void {
    while (this.#values.length < step) {
      this.#values.push(this.#reduce(this.#gathered));
      this.#gathered = [];
    }
  }
}
