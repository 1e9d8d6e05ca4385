import { median } from '../statistics/median.ts';
import { ANALYSIS_RATE_HZ, FRAME_SAMPLES, HOP_SAMPLES, secondsOf } from '../stream/frameTime.ts';
import type { Stage } from '../stream/stage.ts';
import { PITCH_WINDOW_SAMPLES, type PitchEstimate, PitchEstimator } from './pitchEstimator.ts';

/** One estimate every second analysis frame: 20 ms. */
const FRAMES_IN_STEP = 2;
const STEP_SECONDS = secondsOf(FRAMES_IN_STEP);
/** A window ends with its frame. Its centre is this long after the frame's start. */
const CENTRE_SECONDS = (FRAME_SAMPLES - PITCH_WINDOW_SAMPLES / 2) / ANALYSIS_RATE_HZ;

/** At this clarity the medians of labelled turns agree within 3%, with octave errors of 2%. */
const LEAST_CLARITY = 0.5;

/** Steps on each side of the smoothed one: a median of five. */
const MEDIAN_REACH = 2;
const MEDIAN_STEPS = 2 * MEDIAN_REACH + 1;
/**
 * An estimate further from the median is an error and is replaced by it. A nearer one is natural movement of the voice.
 */
const LARGEST_DEVIATION_SEMITONES = 2;
/** With fewer voiced steps among the five, the estimate is noise that happened to be periodic. */
const LEAST_VOICED_STEPS = 3;

/** A voice cannot move further within a step. */
const LARGEST_STEP_SEMITONES = 6;

export interface PitchFrame {
  /** An analysis frame of 512 samples, 160 after the one before. */
  readonly frame: Float32Array;
  /** False if the frame cannot be voiced; the step then counts as unvoiced without an estimate. */
  readonly mayBeVoiced: boolean;
}

export interface PitchPoint {
  /** Centre of the 40 ms window, from the start of the stream. */
  readonly timeSeconds: number;
  readonly f0Hz: number;
}

/**
 * F0 of one stream every 20 ms of clearly voiced sound. Outliers are replaced by the median over five steps, and steps
 * of more than 6 semitones are rejected. Unvoiced steps give no point. A point is returned 60 ms after its time.
 */
export class PitchTracker implements Stage<PitchFrame, PitchPoint> {
  readonly #estimator = new PitchEstimator();
  /** The latest samples, up to the end of the latest frame. */
  readonly #window = new Float32Array(PITCH_WINDOW_SAMPLES);
  /** The latest steps, oldest first. */
  #steps: (PitchEstimate | undefined)[] = new Array<undefined>(MEDIAN_STEPS).fill(undefined);
  #frameCount = 0;
  #stepCount = 0;
  #lastSmoothHz: number | undefined;

  push({ frame, mayBeVoiced }: PitchFrame): readonly PitchPoint[] {
    const fresh = this.#frameCount === 0 ? frame : frame.subarray(frame.length - HOP_SAMPLES);
    this.#window.copyWithin(0, fresh.length);
    this.#window.set(fresh, this.#window.length - fresh.length);
    this.#frameCount += 1;
    if ((this.#frameCount - 1) % FRAMES_IN_STEP !== 0) return [];
    const estimate = mayBeVoiced ? this.#estimator.estimate(this.#window) : undefined;
    return this.#pushStep(estimate && estimate.clarity >= LEAST_CLARITY ? estimate : undefined);
  }

  flush(): readonly PitchPoint[] {
    return Array.from({ length: MEDIAN_REACH }, () => this.#pushStep(undefined)).flat();
  }

  #pushStep(estimate: PitchEstimate | undefined): readonly PitchPoint[] {
    this.#steps = [...this.#steps.slice(1), estimate];
    this.#stepCount += 1;
    const smoothHz = this.#smoothHz();
    const previousHz = this.#lastSmoothHz;
    this.#lastSmoothHz = smoothHz;
    if (smoothHz === undefined) return [];
    if (previousHz !== undefined && semitonesApart(smoothHz, previousHz) > LARGEST_STEP_SEMITONES) return [];
    const step = this.#stepCount - 1 - MEDIAN_REACH;
    return [{ timeSeconds: step * STEP_SECONDS + CENTRE_SECONDS, f0Hz: smoothHz }];
  }

  /** The smoothed F0 of the middle step, or `undefined` if that step or most of the others are unvoiced. */
  #smoothHz(): number | undefined {
    const middleHz = this.#steps[MEDIAN_REACH]?.f0Hz;
    if (middleHz === undefined) return undefined;
    const voicedHz = this.#steps.flatMap((step) => step?.f0Hz ?? []);
    if (voicedHz.length < LEAST_VOICED_STEPS) return undefined;
    const medianHz = median(voicedHz)!;
    return semitonesApart(middleHz, medianHz) <= LARGEST_DEVIATION_SEMITONES ? middleHz : medianHz;
  }
}

function semitonesApart(a: number, b: number): number {
  return 12 * Math.abs(Math.log2(a / b));
}
