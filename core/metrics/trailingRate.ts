import type { CallConfig } from '../config/callConfig.ts';
import { FRAMES_PER_BLOCK, framesOf, secondsOf } from '../stream/frameTime.ts';
import type { SpeechBlock } from './speechBlock.ts';

/** A rate over a trailing window of speech. */
export interface RateReading {
  /** Syllables per second of speech. */
  readonly rate: number;
}

/**
 * Articulation rate of one speaker over the last seconds of *speech*. The window extends back over 100 ms blocks until
 * it holds enough speech or reaches its longest look-back.
 */
export class TrailingRate {
  readonly #ring: SpeechBlock[] = [];
  readonly #windowFrames: number;
  readonly #lookBackBlocks: number;
  readonly #minFrames: number;
  readonly #minNuclei: number;

  /**
   * @param windowSpeechSeconds amount of speech in a full window
   * @param lookBackSeconds longest look-back
   * @param minSpeechSeconds least amount of speech for a reading
   */
  constructor(
    windowSpeechSeconds: number,
    lookBackSeconds: number,
    minSpeechSeconds: number,
    { minNuclei }: Pick<CallConfig['rate'], 'minNuclei'>,
  ) {
    this.#windowFrames = framesOf(windowSpeechSeconds);
    this.#lookBackBlocks = Math.round(framesOf(lookBackSeconds) / FRAMES_PER_BLOCK);
    this.#minFrames = framesOf(minSpeechSeconds);
    this.#minNuclei = minNuclei;
  }

  push(block: SpeechBlock): void {
    this.#ring.push(block);
    if (this.#ring.length > this.#lookBackBlocks) this.#ring.shift();
  }

  reading(): RateReading | undefined {
    let speechFrames = 0;
    let nuclei = 0;
    let start = this.#ring.length;
    while (start > 0 && speechFrames < this.#windowFrames) {
      start -= 1;
      const block = this.#ring[start]!;
      speechFrames += block.speechFrames;
      nuclei += block.nuclei;
    }
    if (speechFrames < this.#minFrames || nuclei < this.#minNuclei) return undefined;
    return { rate: nuclei / secondsOf(speechFrames) };
  }
}
