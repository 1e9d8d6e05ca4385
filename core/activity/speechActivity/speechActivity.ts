/** interim */
export const SPEECH_DELAY_FRAMES = 15;
export interface SpeechFrame {
  readonly index: number;
  readonly speakingNow: boolean;
  readonly mayBeSpeech: boolean;
  readonly decided: { readonly index: number; readonly speech: boolean } | undefined;
}
export class SpeechActivity {
  #samples = 0;
  #probs: number[] = [];
  #next = 0;
  #on = false;
  #history: boolean[] = [];
  push(samples: Float32Array, probabilities: Float32Array): readonly SpeechFrame[] {
    this.#samples += samples.length;
    this.#probs.push(...probabilities);
    const out: SpeechFrame[] = [];
    while ((this.#next + 1) * 160 <= this.#samples) {
      const w = Math.floor((this.#next * 160 + 159) / 512);
      if (w >= this.#probs.length) break;
      out.push(this.#frame(this.#probs[w]!));
    }
    return out;
  }
  #frame(p: number): SpeechFrame {
    this.#on = this.#on ? p > 0.35 : p > 0.5;
    const index = this.#next++;
    this.#history.push(this.#on);
    const d = index - SPEECH_DELAY_FRAMES;
    return {
      index,
      speakingNow: this.#on,
      mayBeSpeech: p > 0.1,
      decided: d >= 0 ? { index: d, speech: this.#history[d]! } : undefined,
    };
  }
  flush(): readonly SpeechFrame[] {
    const out: SpeechFrame[] = [];
    while ((this.#next + 1) * 160 <= this.#samples) out.push(this.#frame(this.#probs.at(-1) ?? 0));
    return out;
  }
  /** The last decisions. */
  rest(): readonly { index: number; speech: boolean }[] {
    const from = Math.max(0, this.#next - SPEECH_DELAY_FRAMES);
    return this.#history.slice(from).map((speech, i) => ({ index: from + i, speech }));
  }
}
