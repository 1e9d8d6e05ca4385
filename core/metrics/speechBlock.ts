import { type AlphaEnergy, addAlphaEnergy, NO_ALPHA_ENERGY } from '../features/alphaRatio.ts';
import { median } from '../statistics/median.ts';
import { FRAMES_PER_BLOCK } from '../stream/frameTime.ts';
import type { Stage } from '../stream/stage.ts';
import type { SpeakerFrame } from './speakerFrame.ts';

/** Sums over the speech frames of 100 ms of one speaker. */
export interface SpeechBlock {
  readonly index: number;
  /** 0…10 */
  readonly speechFrames: number;
  readonly nuclei: number;
  readonly kPowerSum: number;
  readonly alpha: AlphaEnergy;
  /** Median of the block's F0 values in Hz; missing if there are none. */
  readonly f0Hz: number | undefined;
}

/** Sums frames into blocks of 100 ms; the last block of a call may be shorter. */
export class SpeechBlocks implements Stage<SpeakerFrame, SpeechBlock> {
  #index = 0;
  #frames = 0;
  #speechFrames = 0;
  #nuclei = 0;
  #kPowerSum = 0;
  #alpha = NO_ALPHA_ENERGY;
  #f0Hz: number[] = [];

  push(frame: SpeakerFrame): readonly SpeechBlock[] {
    this.#frames += 1;
    this.#nuclei += frame.nuclei.length;
    if (frame.speech) {
      this.#speechFrames += 1;
      this.#kPowerSum += frame.kPower;
      if (frame.alpha) this.#alpha = addAlphaEnergy(this.#alpha, frame.alpha);
      if (frame.f0Hz !== undefined) this.#f0Hz.push(frame.f0Hz);
    }
    return this.#frames === FRAMES_PER_BLOCK ? [this.#complete()] : [];
  }

  flush(): readonly SpeechBlock[] {
    return this.#frames > 0 ? [this.#complete()] : [];
  }

  #complete(): SpeechBlock {
    const block = {
      index: this.#index,
      speechFrames: this.#speechFrames,
      nuclei: this.#nuclei,
      kPowerSum: this.#kPowerSum,
      alpha: this.#alpha,
      f0Hz: median(this.#f0Hz),
    };
    this.#index += 1;
    this.#frames = 0;
    this.#speechFrames = 0;
    this.#nuclei = 0;
    this.#kPowerSum = 0;
    this.#alpha = NO_ALPHA_ENERGY;
    this.#f0Hz = [];
    return block;
  }
}
