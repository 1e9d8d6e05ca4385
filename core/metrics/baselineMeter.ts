import type { Baseline, Spread } from '../model/baseline.ts';
import { Histogram } from './histogram.ts';
import type { VoiceReading } from './trailingVoice.ts';

/** Capture conditions of speech. */
export interface CaptureOrigin {
  /** Name of the capture device, or null for a recording. */
  readonly device: string | null;
  /** True if automatic gain control was on; null if unknown. */
  readonly agc: boolean | null;
}

/** Rounds to 0.01, which is finer than any of the measures. */
function toHundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

function spreadOf(histogram: Histogram): Spread | null {
  const p10 = histogram.percentile(0.1);
  const p50 = histogram.percentile(0.5);
  const p90 = histogram.percentile(0.9);
  if (p10 === undefined || p50 === undefined || p90 === undefined) return null;
  return { p10: toHundredth(p10), p50: toHundredth(p50), p90: toHundredth(p90) };
}

/**
 * Learns a speaker's usual voice from the same trailing readings that are later compared with it, so that speech like
 * the baseline's has zero effort.
 */
export class BaselineMeter {
  readonly #activeLufs = new Histogram(-100, 10, 0.1);
  readonly #alphaDb = new Histogram(-60, 40, 0.1);
  readonly #f0Hz = new Histogram(50, 500, 0.5);
  readonly #rate = new Histogram(0, 12, 0.02);

  /** Takes the readings of a block with speech; `rate` is in syllables per second. */
  push(reading: VoiceReading, rate: number | undefined): void {
    if (reading.activeLufs !== undefined) this.#activeLufs.add(reading.activeLufs);
    if (reading.alphaDb !== undefined) this.#alphaDb.add(reading.alphaDb);
    if (reading.f0Hz !== undefined) this.#f0Hz.add(reading.f0Hz);
    if (rate !== undefined) this.#rate.add(rate);
  }

  /** Returns the baseline so far, or `undefined` before any speech with a level. */
  baseline(origin: CaptureOrigin): Baseline | undefined {
    const activeLufs = spreadOf(this.#activeLufs);
    if (!activeLufs) return undefined;
    return {
      schema: 'softspoken.baseline/1',
      ...origin,
      activeLufs,
      alphaRatioDb: spreadOf(this.#alphaDb),
      f0Hz: spreadOf(this.#f0Hz),
      articulationRate: spreadOf(this.#rate),
      alphaPerDb: null,
    };
  }
}
