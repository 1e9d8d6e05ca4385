import { type ChildProcess, spawn } from 'node:child_process';
import type { PulseAudio } from '../../tests/support/pulseAudio.ts';

const RATE_HZ = 16_000;
/** Unless another is given: the player's silence is digital, but for what a resampler leaves of it. */
const LEAST_SAMPLE = 1e-3;
/** Sound that is this much apart is not one occasion. */
const SILENCE_SAMPLES = 1.2 * RATE_HZ;

/** One occasion of sound, on the clock of `performance.now`. */
export interface HeardSound {
  readonly startMs: number;
  /** Of its latest sample so far. */
  endMs: number;
}

/**
 * A plain recorder on the monitor of a sink, beside the app: when it hears a sound, the app could have heard it too. So what
 * a player and the sound server take does not count as the app's.
 */
export class ReferenceRecorder {
  /** Every occasion of sound so far. */
  readonly heard: HeardSound[] = [];
  readonly #recorder: ChildProcess;
  readonly #leastSample: number;
  #silentSamples = SILENCE_SAMPLES;
  #rest = Buffer.alloc(0);

  /** @param leastSample louder than this there is sound */
  constructor(pulse: PulseAudio, source: string, leastSample = LEAST_SAMPLE) {
    this.#leastSample = leastSample;
    const format = ['--raw', `--rate=${RATE_HZ}`, '--channels=1', '--format=float32le'];
    const args = ['--record', ...format, '--latency-msec=10', '-d', source];
    this.#recorder = spawn('pacat', args, { env: pulse.env, stdio: ['ignore', 'pipe', 'ignore'] });
    this.#recorder.stdout?.on('data', (bytes: Buffer) => this.#take(bytes, performance.now()));
  }

  close(): void {
    this.#recorder.kill();
  }

  #take(bytes: Buffer, nowMs: number): void {
    const whole = Buffer.concat([this.#rest, bytes]);
    const count = Math.floor(whole.length / 4);
    this.#rest = whole.subarray(4 * count);
    for (let i = 0; i < count; i++) {
      if (Math.abs(whole.readFloatLE(4 * i)) < this.#leastSample) {
        this.#silentSamples += 1;
        continue;
      }
      const atMs = nowMs - (1000 * (count - i)) / RATE_HZ;
      const last = this.heard.at(-1);
      if (!last || this.#silentSamples >= SILENCE_SAMPLES) this.heard.push({ startMs: atMs, endMs: atMs });
      else last.endMs = atMs;
      this.#silentSamples = 0;
    }
  }
}
