import type { CallConfig } from '../config/callConfig.ts';
import { alphaRatioDb } from '../features/alphaRatio.ts';
import { lufsOfPower } from '../features/loudness.ts';
import { median } from '../statistics/median.ts';
import { FRAMES_PER_BLOCK, framesOf } from '../stream/frameTime.ts';
import type { SpeechBlock } from './speechBlock.ts';

/** A speaker's voice over the last seconds. Each value is missing until there has been enough speech. */
export interface VoiceReading {
  /**
   * Level of the mean K-weighted power of the window's speech. Unlike a plain 3 s level, it does not fall in pauses.
   */
  readonly activeLufs: number | undefined;
  readonly alphaDb: number | undefined;
  /** Median of the window's 100 ms medians. */
  readonly f0Hz: number | undefined;
}

/** Active level, alpha ratio and F0 of one speaker over a trailing window that advances in blocks of 100 ms. */
export class TrailingVoice {
  readonly #ring: SpeechBlock[] = [];
  readonly #blocks: number;
  readonly #minSpeechFrames: number;

  constructor(config: CallConfig['level']) {
    this.#blocks = Math.round(framesOf(config.activeWindowSeconds) / FRAMES_PER_BLOCK);
    this.#minSpeechFrames = framesOf(config.activeMinSpeechSeconds);
  }

  push(block: SpeechBlock): void {
    this.#ring.push(block);
    if (this.#ring.length > this.#blocks) this.#ring.shift();
  }

  reading(): VoiceReading {
    let speechFrames = 0;
    let power = 0;
    let low = 0;
    let high = 0;
    let lowNoise = 0;
    let highNoise = 0;
    const f0Hz: number[] = [];
    for (const block of this.#ring) {
      speechFrames += block.speechFrames;
      power += block.kPowerSum;
      low += block.alpha.low;
      high += block.alpha.high;
      lowNoise += block.alpha.lowNoise;
      highNoise += block.alpha.highNoise;
      if (block.f0Hz !== undefined) f0Hz.push(block.f0Hz);
    }
    if (speechFrames < this.#minSpeechFrames) return { activeLufs: undefined, alphaDb: undefined, f0Hz: undefined };
    return {
      activeLufs: lufsOfPower(power / speechFrames),
      alphaDb: alphaRatioDb({ low, high, lowNoise, highNoise }),
      f0Hz: median(f0Hz),
    };
  }
}
