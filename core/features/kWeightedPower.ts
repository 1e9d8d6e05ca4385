import type { BiquadPair } from '../audio/biquad.ts';
import { meanSquare } from '../audio/meanSquare.ts';
import { guardSample } from '../audio/sampleGuard.ts';
import { FRAMES_PER_SECOND } from '../stream/frameTime.ts';
import type { Stage } from '../stream/stage.ts';
import { kWeighting } from './kWeighting.ts';

/**
 * Mean square of the K-weighted signal in consecutive 10 ms sub-blocks (one frame each), full scale ±1. With steps of
 * 100 ms, case 13 of EBU Tech 3341 fails.
 *
 * Sub-block k covers [10 k, 10 k + 10) ms regardless of chunking. A trailing partial sub-block is dropped, and
 * non-finite samples count as 0.
 *
 * @throws {RangeError} when the sample rate is under 8 kHz or has no whole number of samples in 10 ms
 */
export class KWeightedPower implements Stage<Float32Array, number> {
  readonly #weighting: BiquadPair;
  readonly #subBlock: Float64Array;
  #filled = 0;

  constructor(sampleRateHz: number) {
    this.#weighting = kWeighting(sampleRateHz);
    const length = sampleRateHz / FRAMES_PER_SECOND;
    if (!Number.isInteger(length)) {
      throw new RangeError(`sample rate ${sampleRateHz} Hz has no whole number of samples in 10 ms`);
    }
    this.#subBlock = new Float64Array(length);
  }

  push(chunk: Float32Array): readonly number[] {
    const powers: number[] = [];
    const subBlock = this.#subBlock;
    for (let from = 0; from < chunk.length; ) {
      const end = Math.min(chunk.length, from + subBlock.length - this.#filled);
      let at = this.#filled;
      for (; from < end; from++) subBlock[at++] = guardSample(chunk[from]!);
      this.#filled = at;
      if (at === subBlock.length) powers.push(this.#complete());
    }
    return powers;
  }

  #complete(): number {
    const subBlock = this.#subBlock;
    this.#filled = 0;
    this.#weighting.filter(subBlock);
    return meanSquare(subBlock);
  }

  flush(): readonly number[] {
    return [];
  }
}
