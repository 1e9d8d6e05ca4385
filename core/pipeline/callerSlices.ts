import type { CallerSlice } from '../coaching/waveHeight.ts';
import type { CallConfig } from '../config/callConfig.ts';
import { type AlphaEnergy, addAlphaEnergy, alphaRatioDb, NO_ALPHA_ENERGY } from '../features/alphaRatio.ts';
import { lufsOfPower } from '../features/loudness.ts';
import type { SpeakerFrame } from '../metrics/speakerFrame.ts';
import { median } from '../statistics/median.ts';
import { framesOf, secondsOf } from '../stream/frameTime.ts';

/** Cuts the caller's speech into slices of about 1.5 s for the wave, without waiting for the end of an IPU. */
export class CallerSlices {
  readonly #sliceFrames: number;
  #start: number | undefined;
  #frames = 0;
  #speechFrames = 0;
  #power = 0;
  #alpha: AlphaEnergy = NO_ALPHA_ENERGY;
  #f0Hz: number[] = [];
  #nuclei = 0;

  constructor(config: CallConfig['wave']) {
    this.#sliceFrames = framesOf(config.sliceSeconds);
  }

  /** Takes a frame and returns the slice it completes, if any. */
  push(frame: SpeakerFrame): readonly CallerSlice[] {
    if (this.#start === undefined) {
      if (!frame.speech) return [];
      this.#start = secondsOf(frame.index);
    }
    this.#frames += 1;
    this.#nuclei += frame.nuclei.length;
    if (frame.speech) {
      this.#speechFrames += 1;
      this.#power += frame.kPower;
      if (frame.alpha) this.#alpha = addAlphaEnergy(this.#alpha, frame.alpha);
      if (frame.f0Hz !== undefined) this.#f0Hz.push(frame.f0Hz);
    }
    return this.#frames >= this.#sliceFrames ? this.endIpu() : [];
  }

  /** Ends the current slice at the end of an IPU. */
  endIpu(): readonly CallerSlice[] {
    const start = this.#start;
    if (start === undefined) return [];
    const seconds = secondsOf(this.#speechFrames);
    const slice: CallerSlice = {
      start,
      end: start + secondsOf(this.#frames),
      f0Hz: median(this.#f0Hz),
      alphaRatioDb: alphaRatioDb(this.#alpha),
      activeLufs: lufsOfPower(this.#power / this.#speechFrames),
      articulationRate: this.#nuclei > 0 ? this.#nuclei / seconds : undefined,
    };
    this.#start = undefined;
    this.#frames = 0;
    this.#speechFrames = 0;
    this.#power = 0;
    this.#alpha = NO_ALPHA_ENERGY;
    this.#f0Hz = [];
    this.#nuclei = 0;
    return [slice];
  }
}
