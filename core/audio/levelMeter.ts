import { guardSample } from './sampleGuard.ts';

const BLOCK_SECONDS = 0.1;
const MUTED_AFTER_SECONDS = 2;

/** The level of 100 ms of sound. */
export interface LevelReading {
  /** Mean square in dBFS (a full-scale sine is −3); null in digital silence. */
  readonly levelDbfs: number | null;
  readonly peakDbfs: number | null;
  /** True after two seconds of exact zeros. */
  readonly muted: boolean;
}

/** Measures the level of mono samples every 100 ms. Samples that are not finite count as zero. */
export class LevelMeter {
  readonly #blockSize: number;
  readonly #mutedAfter: number;
  #sumOfSquares = 0;
  #peak = 0;
  #count = 0;
  #zeros = 0;

  constructor(sampleRateHz: number) {
    this.#blockSize = Math.round(sampleRateHz * BLOCK_SECONDS);
    this.#mutedAfter = sampleRateHz * MUTED_AFTER_SECONDS;
  }

  /** Returns the readings completed by these samples, oldest first. Chunking never changes them. */
  push(samples: Float32Array): readonly LevelReading[] {
    const readings: LevelReading[] = [];
    for (const raw of samples) {
      const sample = guardSample(raw);
      this.#sumOfSquares += sample * sample;
      this.#peak = Math.max(this.#peak, Math.abs(sample));
      this.#zeros = sample === 0 ? this.#zeros + 1 : 0;
      this.#count++;
      if (this.#count === this.#blockSize) readings.push(this.#closeBlock());
    }
    return readings;
  }

  #closeBlock(): LevelReading {
    const reading = {
      levelDbfs: this.#sumOfSquares > 0 ? 10 * Math.log10(this.#sumOfSquares / this.#count) : null,
      peakDbfs: this.#peak > 0 ? 20 * Math.log10(this.#peak) : null,
      muted: this.#zeros >= this.#mutedAfter,
    };
    this.#sumOfSquares = 0;
    this.#peak = 0;
    this.#count = 0;
    return reading;
  }
}
