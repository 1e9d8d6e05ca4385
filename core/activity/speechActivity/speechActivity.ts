import { HOP_SAMPLES } from '../../stream/frameTime.ts';
import { BandPower } from './bandPower.ts';
import { FINAL_DELAY_FRAMES, type FinalDecision, ForegroundSpeech } from './foregroundSpeech.ts';

/** Samples for which the model gives one probability; window k covers [512k, 512k + 512). */
const WINDOW_SAMPLES = 512;

/** Below this probability nobody speaks, near or far. */
const MAY_BE_SPEECH = 0.1;

/** Frames by which the final decision comes later than the frame. */
export const SPEECH_DELAY_FRAMES = FINAL_DELAY_FRAMES;

/** A frame of 10 ms as soon as it can be judged, at most 32 ms after its end. */
export interface SpeechFrame {
  readonly index: number;
  /** The person at the microphone speaks, judged without look-ahead. */
  readonly speakingNow: boolean;
  /** Log-odds of `speakingNow`. */
  readonly z: number;
  /** False if looking for pitch is not worthwhile. */
  readonly mayBeSpeech: boolean;
  /** The final decision of the frame `SPEECH_DELAY_FRAMES` earlier; missing at the start. */
  readonly decided: FinalDecision | undefined;
}

/**
 * Speech activity of one channel: a frame for every 10 ms. How samples and probabilities were chunked, and which of the
 * two came first, never changes the frames.
 */
export class SpeechActivity {
  readonly #bandPower = new BandPower();
  readonly #foreground = new ForegroundSpeech();
  /** Frames whose window is not judged yet. */
  readonly #powers: number[] = [];
  /** Probabilities of the windows from `#firstWindow` on. */
  readonly #probabilities: number[] = [];
  #firstWindow = 0;
  #frames = 0;

  /**
   * @param samples 16 kHz, full scale ±1
   * @param probabilities the model's, 0…1, one for each further window of 512 samples
   */
  push(samples: Float32Array, probabilities: Float32Array): readonly SpeechFrame[] {
    for (const power of this.#bandPower.push(samples)) this.#powers.push(power);
    for (const probability of probabilities) this.#probabilities.push(probability);
    return this.#judge((window) => this.#probabilities[window - this.#firstWindow]);
  }

  /** The frames behind the last complete window, which are judged by it. */
  flush(): readonly SpeechFrame[] {
    const last = this.#probabilities.at(-1) ?? 0;
    return this.#judge((window) => this.#probabilities[window - this.#firstWindow] ?? last);
  }

  /** After `flush`: the final decisions that no frame came late enough to carry. */
  rest(): readonly FinalDecision[] {
    return this.#foreground.flush();
  }

  #judge(probabilityOf: (window: number) => number | undefined): SpeechFrame[] {
    const frames: SpeechFrame[] = [];
    for (const power of this.#powers) {
      const probability = probabilityOf(windowOf(this.#frames));
      if (probability === undefined) break;
      const decision = this.#foreground.next(power, probability);
      const mayBeSpeech = decision.speakingNow || probability > MAY_BE_SPEECH;
      frames.push({ index: this.#frames, mayBeSpeech, ...decision });
      this.#frames += 1;
    }
    this.#powers.splice(0, frames.length);
    const passed = Math.min(windowOf(this.#frames) - this.#firstWindow, this.#probabilities.length - 1);
    if (passed > 0) {
      this.#probabilities.splice(0, passed);
      this.#firstWindow += passed;
    }
    return frames;
  }
}

/** The window that covers the middle of a frame. */
function windowOf(frame: number): number {
  return Math.floor(((frame + 0.5) * HOP_SAMPLES) / WINDOW_SAMPLES);
}
