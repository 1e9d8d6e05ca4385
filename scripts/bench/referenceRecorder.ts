import { type ChildProcess, spawn } from 'node:child_process';
import type { PulseAudio } from '../../tests/support/pulseAudio.ts';

const RATE_HZ = 16_000;
/** The default threshold: the player's silence is digital, apart from the residue of a resampler. */
const LEAST_SAMPLE = 1e-3;
/** Sounds with at least this much silence between them are separate occasions. */
const SILENCE_SAMPLES = 1.2 * RATE_HZ;

/** One occasion of sound, on the clock of `performance.now`. */
export interface HeardSound {
  readonly startMs: number;
  /** The time of its latest sample so far. */
  endMs: number;
}

/**
 * A separate recorder on the monitor of a sink: when it hears a sound, the app could have heard it too. The time spent
 * in the player and the sound server therefore does not count as the app's.
 */
export class ReferenceRecorder {
  /** Every occasion of sound so far. */
  readonly heard: HeardSound[] = [];
  readonly #recorder: ChildProcess;
  readonly #leastSample: number;
  #silentSamples = SILENCE_SAMPLES;
  #rest = Buffer.alloc(0);

  /** @param leastSample the amplitude from which on a sample counts as sound */
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
