import { guardSample } from '../audio/sampleGuard.ts';
import type { Stage } from '../pipeline/stage.ts';
import { KWeighting } from './kWeighting.ts';

/** Sub-blocks of all level measurement are 10 ms long; with 100 ms steps EBU Tech 3341 case 13 fails. */
const SUB_BLOCKS_PER_SECOND = 100;

/**
 * Mean square of the K-weighted signal in consecutive sub-blocks of 10 ms, full scale ±1.
 *
 * Sub-block k covers [10 k, 10 k + 10) ms whatever the chunks; a trailing partial one is dropped, and non-finite samples
 * count as 0.
 *
 * @throws {RangeError} when the sample rate is under 8 kHz or has no whole number of samples in 10 ms
 */
export class KWeightedPower implements Stage<Float32Array, number> {
  readonly #weighting: KWeighting;
  readonly #subBlockSamples: number;
  #sum = 0;
  #count = 0;

  constructor(sampleRateHz: number) {
    this.#weighting = new KWeighting(sampleRateHz);
    this.#subBlockSamples = sampleRateHz / SUB_BLOCKS_PER_SECOND;
    if (!Number.isInteger(this.#subBlockSamples)) {
      throw new RangeError(`sample rate ${sampleRateHz} Hz has no whole number of samples in 10 ms`);
    }
  }

  push(chunk: Float32Array): readonly number[] {
    const powers: number[] = [];
    for (const sample of chunk) {
      const weighted = this.#weighting.filter(guardSample(sample));
      this.#sum += weighted * weighted;
      this.#count += 1;
      if (this.#count === this.#subBlockSamples) {
        powers.push(this.#sum / this.#count);
        this.#sum = 0;
        this.#count = 0;
      }
    }
    return powers;
  }

  flush(): readonly number[] {
    return [];
  }
}
