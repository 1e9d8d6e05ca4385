import { HOP_SAMPLES } from '../../stream/frameTime.ts';
import { BandPower } from './bandPower.ts';
import { FINAL_DELAY_FRAMES, type FinalDecision, ForegroundSpeech } from './foregroundSpeech.ts';

/** Samples per probability of the model; window k covers [512k, 512k + 512). */
const WINDOW_SAMPLES = 512;

/** With a lower probability nobody is speaking, near or far. */
const MAY_BE_SPEECH = 0.1;

/** Delay of the final decision, in frames. */
export const SPEECH_DELAY_FRAMES = FINAL_DELAY_FRAMES;

/** A 10 ms frame, returned as soon as it can be judged, at most 32 ms after its end. */
export interface SpeechFrame {
  readonly index: number;
  /** True if the person at the microphone is speaking, judged without look-ahead. */
  readonly speakingNow: boolean;
  /** Log-odds of `speakingNow`. */
  readonly z: number;
  /** False if a search for pitch would be futile. */
  readonly mayBeSpeech: boolean;
  /** The final decision of the frame `SPEECH_DELAY_FRAMES` earlier; missing at the start. */
  readonly decided: FinalDecision | undefined;
}

/**
 * Speech activity of one channel: one frame every 10 ms. Neither the chunking of samples and probabilities nor the
 * order in which they arrive changes the frames.
 */
export class SpeechActivity {
  readonly #bandPower = new BandPower();
  readonly #foreground = new ForegroundSpeech();
  /** Frames whose window has no probability yet. */
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

  /** Returns the frames after the last complete window, which are judged by that window. */
  flush(): readonly SpeechFrame[] {
    const last = this.#probabilities.at(-1) ?? 0;
    return this.#judge((window) => this.#probabilities[window - this.#firstWindow] ?? last);
  }

  /** Returns the final decisions that are still pending after `flush`. */
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

/** Returns the window that covers the middle of a frame. */
function windowOf(frame: number): number {
  return Math.floor(((frame + 0.5) * HOP_SAMPLES) / WINDOW_SAMPLES);
}
