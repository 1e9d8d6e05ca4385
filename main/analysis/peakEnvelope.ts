import type { Role } from '../../core/model/role.ts';

/** The envelope of one party's waveform: peak |sample| per bin, 0…127. */
export interface Peaks {
  readonly role: Role;
  readonly peaksPerSecond: number;
  readonly values: readonly number[];
}

/** Bins a second of a waveform's envelope: fine enough for a screen that shows a minute. */
export const PEAKS_PER_SECOND = 50;
const FULL_SCALE = 127;

/** Peak |sample| per bin of 20 ms of a mono stream, 0…127; samples beyond full scale count as full scale. */
export class PeakEnvelope {
  readonly #samplesPerBin: number;
  readonly #values: number[] = [];
  #peak = 0;
  #count = 0;
  #binEnd: number;

  constructor(sampleRateHz: number) {
    this.#samplesPerBin = sampleRateHz / PEAKS_PER_SECOND;
    this.#binEnd = this.#samplesPerBin;
  }

  push(samples: Float32Array): void {
    for (let from = 0; from < samples.length; ) {
      const end = Math.min(samples.length, from + Math.ceil(this.#binEnd) - this.#count);
      let peak = this.#peak;
      for (let i = from; i < end; i++) {
        const magnitude = Math.abs(samples[i]!);
        if (magnitude > peak) peak = magnitude;
      }
      this.#peak = peak;
      this.#count += end - from;
      from = end;
      if (this.#count >= this.#binEnd) this.#complete();
    }
  }

  /** Every bin so far, the one begun included. */
  values(): number[] {
    return this.#peak > 0 ? [...this.#values, this.#scaled()] : this.#values;
  }

  #complete(): void {
    this.#values.push(this.#scaled());
    this.#peak = 0;
    this.#binEnd += this.#samplesPerBin;
  }

  #scaled(): number {
    return Math.round(Math.min(1, this.#peak) * FULL_SCALE);
  }
}
