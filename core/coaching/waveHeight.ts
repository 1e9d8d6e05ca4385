import type { CallConfig } from '../config/callConfig.ts';
import { Histogram } from '../metrics/histogram.ts';

/**
 * A stretch of the caller's speech: a whole IPU or one slice of a long one. Times are seconds from the start of the
 * call; an unknown feature is missing.
 */
export interface CallerSlice {
  readonly start: number;
  readonly end: number;
  readonly f0Hz: number | undefined;
  readonly alphaRatioDb: number | undefined;
  readonly activeLufs: number | undefined;
  readonly articulationRate: number | undefined;
}

/** The wave after a slice. */
export interface WaveReading {
  /** Fast average, 0…1: the share of the caller's first speech that was lower, softer and slower. */
  readonly height: number;
  /** Fast average minus slow average. */
  readonly lead: number;
  /** Change of the height per second of caller speech. */
  readonly slopePerSecond: number;
  /** Height that was not exceeded for `peakPercentile` of the caller's speech so far. */
  readonly highHeight: number;
  /** Caller speech so far. */
  readonly speechSeconds: number;
}

interface Sample {
  readonly speechSeconds: number;
  readonly height: number;
}

/** Resolution of heights: 1%. */
const heightResolution = 0.01;

/**
 * Converts slices of the caller's speech into the height of the wave: a weighted mean of each feature's percentile in
 * the caller's first 30 s of speech, averaged exponentially over 6 s and over 40 s of speech.
 *
 * While that reference grows, its slices are ranked again with every new one, so that early readings are judged by as
 * much speech as later ones. Only the reference and the last seconds are stored.
 *
 * @see Bone, Lee & Narayanan 2014 (rule-based arousal from pitch, high-frequency share and level)
 */
export class WaveHeight {
  readonly #config: CallConfig['wave'];
  readonly #reference: CallerSlice[] = [];
  #referenceSeconds = 0;
  #averages: Averages;

  constructor(config: CallConfig['wave']) {
    this.#config = config;
    this.#averages = new Averages(config);
  }

  /** @returns missing if no feature of the slice is known */
  push(slice: CallerSlice): WaveReading | undefined {
    if (this.#referenceSeconds < this.#config.referenceSpeechSeconds) {
      this.#reference.push(slice);
      this.#referenceSeconds += slice.end - slice.start;
      this.#averages = new Averages(this.#config);
      for (const earlier of this.#reference.slice(0, -1)) this.#read(earlier);
    }
    return this.#read(slice);
  }

  #read(slice: CallerSlice): WaveReading | undefined {
    const position = this.#position(slice);
    return position === undefined ? undefined : this.#averages.push(position, slice.end - slice.start);
  }

  /** Weighted percentile of a slice; the weight of a missing feature is shared among the others. */
  #position(slice: CallerSlice): number | undefined {
    const { weights } = this.#config;
    let sum = 0;
    let weight = 0;
    const add = (feature: keyof Omit<CallerSlice, 'start' | 'end'>, featureWeight: number) => {
      const percentile = this.#percentile(slice[feature], feature);
      if (percentile === undefined) return;
      sum += percentile * featureWeight;
      weight += featureWeight;
    };
    add('f0Hz', weights.pitch);
    add('alphaRatioDb', weights.highFrequency);
    add('activeLufs', weights.level);
    add('articulationRate', weights.rate);
    return weight > 0 ? sum / weight : undefined;
  }

  /** Share of the reference's speech below a value; equal values count half. */
  #percentile(value: number | undefined, feature: keyof Omit<CallerSlice, 'start' | 'end'>): number | undefined {
    if (value === undefined) return undefined;
    let below = 0;
    let total = 0;
    for (const slice of this.#reference) {
      const other = slice[feature];
      if (other === undefined) continue;
      const seconds = slice.end - slice.start;
      total += seconds;
      if (other < value) below += seconds;
      else if (other === value) below += seconds / 2;
    }
    return total > 0 ? below / total : undefined;
  }
}

/** Exponential averages over speech time, with correct weights from the first second, and values derived from them. */
class Averages {
  readonly #config: CallConfig['wave'];
  readonly #heights = new Histogram(0, 1, heightResolution);
  /** Heights over the last `risingHoldSeconds` of speech, and the one before. */
  #trail: Sample[] = [];
  #speechSeconds = 0;
  #fast = { sum: 0, weight: 0 };
  #slow = { sum: 0, weight: 0 };

  constructor(config: CallConfig['wave']) {
    this.#config = config;
  }

  push(position: number, seconds: number): WaveReading {
    const { fastSeconds, slowSeconds, risingHoldSeconds, peakPercentile } = this.#config;
    this.#speechSeconds += seconds;
    this.#fast = faded(this.#fast, position, seconds, fastSeconds);
    this.#slow = faded(this.#slow, position, seconds, slowSeconds);
    const height = this.#fast.sum / this.#fast.weight;
    this.#heights.add(height, seconds);

    this.#trail.push({ speechSeconds: this.#speechSeconds, height });
    while (this.#trail[1] && this.#speechSeconds - this.#trail[1].speechSeconds >= risingHoldSeconds)
      this.#trail.shift();
    const from = this.#trail[0]!;
    const elapsed = this.#speechSeconds - from.speechSeconds;
    return {
      height,
      lead: height - this.#slow.sum / this.#slow.weight,
      slopePerSecond: elapsed > 0 ? (height - from.height) / elapsed : 0,
      highHeight: this.#heights.percentile(peakPercentile)!,
      speechSeconds: this.#speechSeconds,
    };
  }
}

function faded(average: { sum: number; weight: number }, value: number, seconds: number, timeConstant: number) {
  const kept = Math.exp(-seconds / timeConstant);
  return { sum: average.sum * kept + value * (1 - kept), weight: average.weight * kept + (1 - kept) };
}
