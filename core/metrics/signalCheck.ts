import type { CallConfig } from '../config/callConfig.ts';
import type { SignalTrouble } from '../model/callEvent.ts';
import { ANALYSIS_RATE_HZ, HOP_SAMPLES } from '../stream/frameTime.ts';
import type { Stage } from '../stream/stage.ts';

/** Full scale after resampling, which rounds off clipped peaks. */
const FULL_SCALE = 0.99;
/** Exact zeros count as silence from 10 ms on; shorter runs occur in any quiet recording. */
const LEAST_ZERO_SAMPLES = HOP_SAMPLES;
/** Clipping is judged over this window, 3 s. */
const CLIPPING_WINDOW_FRAMES = 300;

/** State of the raw signal at the end of a frame. */
export interface SignalState {
  readonly trouble: Exclude<SignalTrouble, 'noisy'> | undefined;
}

/** Bandwidth of a party's signal, and the shares of its samples (0…1) at full scale and in digital silence. */
export interface SignalFacts {
  readonly clippedShare: number;
  readonly silentShare: number;
  /** True if only the telephone band is sent; missing while unknown. */
  readonly isNarrow: boolean | undefined;
}

/** Detects digital silence and clipping in one party's raw signal, either of which makes its readings worthless. */
export class SignalCheck implements Stage<Float32Array, SignalState> {
  readonly #mutedSamples: number;
  readonly #clippedLimit: number;
  readonly #clippedInFrame = new Uint16Array(CLIPPING_WINDOW_FRAMES);
  #samples = 0;
  #zeroRun = 0;
  #zeroSamples = 0;
  #clippedSamples = 0;
  #frameClipped = 0;
  #recentClipped = 0;

  constructor({ mutedSeconds, clippedShare }: CallConfig['signalTrust']) {
    this.#mutedSamples = mutedSeconds * ANALYSIS_RATE_HZ;
    this.#clippedLimit = clippedShare * CLIPPING_WINDOW_FRAMES * HOP_SAMPLES;
  }

  /** Takes samples and returns the state at the end of every frame they complete. */
  push(samples: Float32Array): readonly SignalState[] {
    const states: SignalState[] = [];
    for (let from = 0; from < samples.length; ) {
      const inFrame = this.#samples % HOP_SAMPLES;
      const end = Math.min(samples.length, from + HOP_SAMPLES - inFrame);
      this.#count(samples, from, end);
      from = end;
      if (this.#samples % HOP_SAMPLES === 0) states.push(this.#completeFrame());
    }
    return states;
  }

  flush(): readonly SignalState[] {
    this.#endZeroRun();
    return [];
  }

  /** Share of samples at full scale, 0…1. */
  get clippedShare(): number {
    return this.#samples > 0 ? (this.#clippedSamples + this.#frameClipped) / this.#samples : 0;
  }

  /** Share of samples in runs of exact zeros of 10 ms and more, 0…1; complete after `flush`. */
  get silentShare(): number {
    return this.#samples > 0 ? this.#zeroSamples / this.#samples : 0;
  }

  #count(samples: Float32Array, from: number, end: number): void {
    let clipped = 0;
    for (let i = from; i < end; i++) {
      const sample = samples[i]!;
      if (sample === 0) {
        this.#zeroRun += 1;
        continue;
      }
      if (this.#zeroRun > 0) this.#endZeroRun();
      if (Math.abs(sample) >= FULL_SCALE) clipped += 1;
    }
    this.#samples += end - from;
    this.#frameClipped += clipped;
  }

  #completeFrame(): SignalState {
    const slot = (this.#samples / HOP_SAMPLES) % CLIPPING_WINDOW_FRAMES;
    this.#recentClipped += this.#frameClipped - this.#clippedInFrame[slot]!;
    this.#clippedInFrame[slot] = this.#frameClipped;
    this.#clippedSamples += this.#frameClipped;
    this.#frameClipped = 0;
    if (this.#zeroRun >= this.#mutedSamples) return { trouble: 'muted' };
    return { trouble: this.#recentClipped > this.#clippedLimit ? 'clipping' : undefined };
  }

  #endZeroRun(): void {
    if (this.#zeroRun >= LEAST_ZERO_SAMPLES) this.#zeroSamples += this.#zeroRun;
    this.#zeroRun = 0;
  }
}
