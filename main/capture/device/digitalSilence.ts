/**
 * Notices a run of exact zeros: a muted device or a missing permission, since any open microphone has noise.
 *
 * @param minSamples length of the run that is noticed
 */
export class DigitalSilence {
  readonly #minSamples: number;
  #run = 0;

  constructor(minSamples: number) {
    this.#minSamples = minSamples;
  }

  /** Accepts samples and returns whether they end in a run of at least `minSamples` zeros. */
  push(samples: Int16Array): boolean {
    const last = samples.findLastIndex((sample) => sample !== 0);
    this.#run = last < 0 ? this.#run + samples.length : samples.length - 1 - last;
    return this.#run >= this.#minSamples;
  }
}
