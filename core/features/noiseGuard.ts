/** 0.2 s: nearer to speech lie its echo, its onset, and what was too soft to be told for speech. */
const GUARD_FRAMES = 20;

/** Tells noise from what is merely not speech: whatever was heard at least 0.2 s after speech, and as long before the next. */
export class NoiseGuard<Value> {
  readonly #waiting: Value[] = [];
  #framesSinceSpeech = Number.POSITIVE_INFINITY;

  pushSpeech(): void {
    this.#framesSinceSpeech = 0;
    this.#waiting.length = 0;
  }

  /** Takes a frame without speech; returns the one 0.2 s earlier once it is known for noise. */
  pushSilence(value: Value): Value | undefined {
    this.#framesSinceSpeech += 1;
    if (this.#framesSinceSpeech <= GUARD_FRAMES) return undefined;
    this.#waiting.push(value);
    return this.#waiting.length > GUARD_FRAMES ? this.#waiting.shift() : undefined;
  }
}
