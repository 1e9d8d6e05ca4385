import type { Role } from '../../core/model/role.ts';

/** The envelope of one party's waveform: peak |sample| per bin, 0…127. */
export interface Peaks {
  readonly role: Role;
  readonly peaksPerSecond: number;
  readonly values: Uint8Array;
}

/** Bins per second of a waveform's envelope: fine enough for a screen that shows a minute. */
export const PEAKS_PER_SECOND = 50;
const FULL_SCALE = 127;
/** The buffer starts at this size and doubles whenever it is full. */
const ROOM_SECONDS = 60;

/** Peak |sample| per bin of 20 ms of a mono stream, 0…127; samples beyond full scale count as full scale. */
export class PeakEnvelope {
  readonly #samplesPerBin: number;
  #values = new Uint8Array(PEAKS_PER_SECOND * ROOM_SECONDS);
  #bins = 0;
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

  /** Returns a copy of every bin so far, including the incomplete one. */
  values(): Uint8Array {
    // The slot after the last bin is overwritten when the incomplete bin is complete.
    this.#values[this.#bins] = this.#scaled();
    return this.#values.slice(0, this.#peak > 0 ? this.#bins + 1 : this.#bins);
  }

  #complete(): void {
    this.#values[this.#bins] = this.#scaled();
    this.#bins += 1;
    if (this.#bins === this.#values.length) this.#grow();
    this.#peak = 0;
    this.#binEnd += this.#samplesPerBin;
  }

  #grow(): void {
    const grown = new Uint8Array(2 * this.#values.length);
    grown.set(this.#values);
    this.#values = grown;
  }

  #scaled(): number {
    return Math.round(Math.min(1, this.#peak) * FULL_SCALE);
  }
}
