/** 0.2 s. Closer to speech there may be its echo, its onset, or speech too soft to be detected. */
const GUARD_FRAMES = 20;

/** Separates noise from other non-speech: noise is at least 0.2 s away from speech on both sides. */
export class NoiseGuard<Value> {
  readonly #waiting: Value[] = [];
  #framesSinceSpeech = Number.POSITIVE_INFINITY;

  pushSpeech(): void {
    this.#framesSinceSpeech = 0;
    this.#waiting.length = 0;
  }

  /** Takes a frame without speech, and returns the one 0.2 s earlier once it is known to be noise. */
  pushSilence(value: Value): Value | undefined {
    this.#framesSinceSpeech += 1;
    if (this.#framesSinceSpeech <= GUARD_FRAMES) return undefined;
    this.#waiting.push(value);
    return this.#waiting.length > GUARD_FRAMES ? this.#waiting.shift() : undefined;
  }
}
