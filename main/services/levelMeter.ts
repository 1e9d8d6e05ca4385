import type { LevelPreview } from '../../contract/liveContract.ts';

const blockSeconds = 0.1;
const mutedAfterSeconds = 2;

/**
 * Levels for a source picker: one reading per 100 ms of mono samples. What is not a finite number counts as zero.
 *
 * @returns from `push`, the readings completed, oldest first; levels in dBFS, null in digital silence
 */
export class LevelMeter {
  readonly #blockSize: number;
  readonly #mutedAfter: number;
  #sumOfSquares = 0;
  #peak = 0;
  #count = 0;
  #zeros = 0;

  constructor(sampleRateHz: number) {
    this.#blockSize = Math.round(sampleRateHz * blockSeconds);
    this.#mutedAfter = sampleRateHz * mutedAfterSeconds;
  }

  push(samples: Float32Array): LevelPreview[] {
    const readings: LevelPreview[] = [];
    for (const raw of samples) {
      const sample = Number.isFinite(raw) ? raw : 0;
      this.#sumOfSquares += sample * sample;
      this.#peak = Math.max(this.#peak, Math.abs(sample));
      this.#zeros = sample === 0 ? this.#zeros + 1 : 0;
      this.#count++;
      if (this.#count === this.#blockSize) readings.push(this.#closeBlock());
    }
    return readings;
  }

  #closeBlock(): LevelPreview {
    const meanSquare = this.#sumOfSquares / this.#count;
    const reading: LevelPreview = {
      levelDbfs: meanSquare > 0 ? 10 * Math.log10(meanSquare) : null,
      peakDbfs: this.#peak > 0 ? 20 * Math.log10(this.#peak) : null,
      muted: this.#zeros >= this.#mutedAfter,
    };
    this.#sumOfSquares = 0;
    this.#peak = 0;
    this.#count = 0;
    return reading;
  }
}
