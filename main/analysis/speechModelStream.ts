import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { FRAME_HOP, FRAME_SAMPLES, FRAMES_PER_WINDOW, STATE_SIZE } from './silero/sileroSequence.ts';

const WINDOW_SAMPLES = 512;
/** End of the previous window, which the model expects before every window. */
const CONTEXT_SAMPLES = 64;
/** Length of a window's end that is mirrored after it for the model. */
const MIRRORED_SAMPLES = 64;

const WINDOW_FRAME_SAMPLES = FRAMES_PER_WINDOW * FRAME_SAMPLES;
const FRAMES_SHAPE = [FRAMES_PER_WINDOW, FRAME_SAMPLES];
const MEMORY_SHAPE = [1, 1, STATE_SIZE];

/** Windows in one run of the model: 1 s. More gain little. */
const MOST_WINDOWS = 32;

/** Decides for each window of 512 samples in turn if speech is possible. */
export interface WindowGate {
  admits(window: Float32Array): boolean;
}

/**
 * The speech probabilities of one channel: one for each completed window of 512 samples at 16 kHz, independent of
 * chunking.
 */
export class SpeechModelStream {
  readonly #session: InferenceSession;
  readonly #gate: WindowGate;
  /** The open window between the end of the previous one and its own mirror image. */
  readonly #input = new Float32Array(CONTEXT_SAMPLES + WINDOW_SAMPLES + MIRRORED_SAMPLES);
  readonly #window = this.#input.subarray(CONTEXT_SAMPLES, CONTEXT_SAMPLES + WINDOW_SAMPLES);
  /** The windows of the next run, cut into the model's frames. */
  readonly #frames = new Float32Array(MOST_WINDOWS * WINDOW_FRAME_SAMPLES);
  /** Input and output of runs, by number of windows minus one. */
  readonly #runs: WindowsRun[] = [];
  #memory = newMemory();
  #nextMemory = newMemory();
  #filled = 0;
  #running = false;

  constructor(session: InferenceSession, gate: WindowGate) {
    this.#session = session;
    this.#gate = gate;
  }

  /**
   * @param samples 16 kHz, full scale ±1
   * @returns the probability (0…1) of each window completed by these samples; 0 where the gate rules out speech
   * @throws {RangeError} when the previous push has not been awaited
   */
  async push(samples: Float32Array): Promise<Float32Array> {
    if (this.#running) throw new RangeError('the previous push has not been awaited');
    this.#running = true;
    try {
      return await this.#consume(samples);
    } finally {
      this.#running = false;
    }
  }

  async #consume(samples: Float32Array): Promise<Float32Array> {
    const probabilities = new Float32Array(Math.floor((this.#filled + samples.length) / WINDOW_SAMPLES));
    /** The windows waiting for the next run. */
    const admitted: number[] = [];
    let windows = 0;
    for (let from = 0; from < samples.length; ) {
      const count = Math.min(samples.length - from, WINDOW_SAMPLES - this.#filled);
      this.#window.set(samples.subarray(from, from + count), this.#filled);
      this.#filled += count;
      from += count;
      if (this.#filled < WINDOW_SAMPLES) break;
      if (this.#gate.admits(this.#window)) {
        this.#cut(admitted.length);
        admitted.push(windows);
      }
      windows += 1;
      this.#filled = 0;
      this.#input.copyWithin(0, WINDOW_SAMPLES, CONTEXT_SAMPLES + WINDOW_SAMPLES);
      if (admitted.length === MOST_WINDOWS) await this.#run(admitted.splice(0), probabilities);
    }
    if (admitted.length > 0) await this.#run(admitted, probabilities);
    return probabilities;
  }

  /** Copies the overlapping frames of the complete window into a slot of the next run. */
  #cut(place: number): void {
    const end = CONTEXT_SAMPLES + WINDOW_SAMPLES;
    for (let i = 0; i < MIRRORED_SAMPLES; i++) this.#input[end + i] = this.#input[end - 2 - i]!;
    for (let frame = 0; frame < FRAMES_PER_WINDOW; frame++) {
      const start = frame * FRAME_HOP;
      const to = place * WINDOW_FRAME_SAMPLES + frame * FRAME_SAMPLES;
      this.#frames.set(this.#input.subarray(start, start + FRAME_SAMPLES), to);
    }
  }

  async #run(windows: readonly number[], probabilities: Float32Array): Promise<void> {
    const { h, c } = this.#memory;
    const next = this.#nextMemory;
    this.#runs[windows.length - 1] ??= newRun(this.#frames, windows.length);
    const run = this.#runs[windows.length - 1]!;
    await this.#session.run(
      { frames: run.frames, h, c },
      { probabilities: run.probabilities, nextH: next.h, nextC: next.c },
    );
    for (let i = 0; i < windows.length; i++) probabilities[windows[i]!] = run.found[i]!;
    [this.#memory, this.#nextMemory] = [next, this.#memory];
  }
}

/** The model's input and output for a number of windows, created once. */
interface WindowsRun {
  readonly frames: Tensor;
  readonly probabilities: Tensor;
  /** The probabilities written by the model. */
  readonly found: Float32Array;
}

function newRun(frames: Float32Array, count: number): WindowsRun {
  const found = new Float32Array(count);
  return {
    frames: new Tensor('float32', frames.subarray(0, count * WINDOW_FRAME_SAMPLES), [count, ...FRAMES_SHAPE]),
    probabilities: new Tensor('float32', found, [count, 1]),
    found,
  };
}

/** Returns the recurrent memory at the start of a channel: all zeros. */
function newMemory() {
  const zeros = () => new Tensor('float32', new Float32Array(STATE_SIZE), MEMORY_SHAPE);
  return { h: zeros(), c: zeros() };
}
