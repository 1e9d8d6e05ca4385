import { Resampler } from '../../core/audio/resampler.ts';

/**
 * Keeps a track at the sample rate that it began with: a browser may hand on sound at another one once its device has changed,
 * and then every pitch would be another, and time would run away.
 */
export class SteadyRate {
  readonly rateHz: number;
  #resampler: Resampler | undefined;
  #fromHz: number;

  /** @param rateHz of everything that comes out */
  constructor(rateHz: number) {
    this.rateHz = rateHz;
    this.#fromHz = rateHz;
  }

  /** The samples, which came at a rate of `fromHz`, at the steady rate; the last few of them with the next. */
  push(samples: Float32Array<ArrayBuffer>, fromHz: number): readonly Float32Array<ArrayBuffer>[] {
    const ended = fromHz === this.#fromHz ? [] : this.#change(fromHz);
    return [...ended, ...(this.#resampler ? copies(this.#resampler.push(samples)) : [samples])];
  }

  #change(fromHz: number): readonly Float32Array<ArrayBuffer>[] {
    const ended = copies(this.#resampler?.flush() ?? []);
    this.#fromHz = fromHz;
    this.#resampler = fromHz === this.rateHz ? undefined : new Resampler(fromHz, this.rateHz);
    return ended;
  }
}

/** Each with memory of its own, which is handed on. */
function copies(parts: readonly Float32Array[]): Float32Array<ArrayBuffer>[] {
  return parts.filter(({ length }) => length > 0).map((part) => new Float32Array(part));
}
