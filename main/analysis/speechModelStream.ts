import { contextSamples, inputSamples, type SpeechModelRunner, stateSize, windowSamples } from './speechModelRunner.ts';

/** Says of each window of 512 samples in turn whether speech is possible in it. */
export interface WindowGate {
  admits(window: Float32Array): boolean;
}

/** The probability of a window in which the gate rules speech out. */
const silentProbability = 0;

/**
 * The speech probabilities of one channel: one for each completed window of 512 samples at 16 kHz. How the samples were
 * chunked never changes them.
 */
export class SpeechModelStream {
  readonly #runner: SpeechModelRunner;
  readonly #gate: WindowGate;
  /** The open window behind the end of the one before. */
  readonly #input = new Float32Array(inputSamples);
  readonly #window = this.#input.subarray(contextSamples);
  readonly #state = new Float32Array(stateSize);
  #filled = 0;
  #running = false;

  constructor(runner: SpeechModelRunner, gate: WindowGate) {
    this.#runner = runner;
    this.#gate = gate;
  }

  /**
   * Channels that belong together should be pushed without waiting for one another: they then share runs of the model.
   *
   * @param samples 16 kHz, full scale ±1
   * @returns the probability (0…1) of each window these samples completed
   * @throws {RangeError} when the push before has not been awaited
   */
  async push(samples: Float32Array): Promise<Float32Array> {
    if (this.#running) throw new RangeError('the push before has not been awaited');
    this.#running = true;
    try {
      return await this.#consume(samples);
    } finally {
      this.#running = false;
    }
  }

  async #consume(samples: Float32Array): Promise<Float32Array> {
    const probabilities = new Float32Array(Math.floor((this.#filled + samples.length) / windowSamples));
    let windows = 0;
    for (let from = 0; from < samples.length; ) {
      const count = Math.min(samples.length - from, windowSamples - this.#filled);
      this.#window.set(samples.subarray(from, from + count), this.#filled);
      this.#filled += count;
      from += count;
      if (this.#filled < windowSamples) break;
      const speechPossible = this.#gate.admits(this.#window);
      probabilities[windows] = speechPossible ? await this.#runner.run(this.#input, this.#state) : silentProbability;
      windows += 1;
      this.#input.copyWithin(0, windowSamples);
      this.#filled = 0;
    }
    return probabilities;
  }
}
