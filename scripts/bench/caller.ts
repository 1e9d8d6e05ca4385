import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { PulseAudio } from '../../tests/support/pulseAudio.ts';
import type { Recordings } from './recordings.ts';

const OCCASIONS = 20;
const SPEECH_SECONDS = 3;
const PAUSE_SECONDS = 2;

/**
 * Plays three seconds of the caller of a recorded call again and again into the sink `speaker`, with two seconds of
 * silence in between.
 */
export class Caller {
  readonly #player: ChildProcess;
  readonly #voice: Float32Array;

  private constructor(player: ChildProcess, voice: Float32Array) {
    this.#player = player;
    this.#voice = voice;
  }

  static async start(pulse: PulseAudio, recordings: Recordings): Promise<Caller> {
    const voice = loudest((await recordings.call())[1]!, SPEECH_SECONDS * 16_000);
    const caller = new Caller(openPlayer(pulse), voice);
    // Sound written before the player is connected would delay everything after it.
    while ((await pulse.control('list', 'short', 'sink-inputs')).trim() === '') await setTimeout(100);
    return caller;
  }

  /**
   * Speaks on every occasion. Returns the times at which each was passed to the player, on the clock of
   * `performance.now`.
   */
  async speak(): Promise<readonly number[]> {
    const handedMs: number[] = [];
    const pause = new Float32Array(PAUSE_SECONDS * 16_000);
    await play(this.#player, pause);
    for (let occasion = 0; occasion < OCCASIONS; occasion++) {
      handedMs.push(performance.now());
      await play(this.#player, this.#voice);
      await play(this.#player, pause);
    }
    // Waits for sound that is still on its way through the sound server.
    await setTimeout(2000 * PAUSE_SECONDS);
    return handedMs;
  }

  stop(): void {
    this.#player.kill();
  }
}

/** Returns the stretch of this length with the most energy that begins and ends in speech. */
function loudest(samples: Float32Array, length: number): Float32Array {
  const step = 1600;
  const energies = Array.from({ length: Math.floor(samples.length / step) }, (_, block) =>
    samples.subarray(block * step, (block + 1) * step).reduce((sum, sample) => sum + sample * sample, 0),
  );
  const blocks = length / step;
  let best = 0;
  let most = 0;
  for (let first = 0; first + blocks <= energies.length; first++) {
    const edges = Math.min(energies[first]!, energies[first + blocks - 1]!);
    const total = energies.slice(first, first + blocks).reduce((sum, energy) => sum + Math.sqrt(energy), 0);
    if (edges > 0.5 && total > most) [best, most] = [first, total];
  }
  return samples.slice(best * step, best * step + length);
}

function openPlayer(pulse: PulseAudio): ChildProcess {
  const format = ['--raw', '--rate=16000', '--channels=1', '--format=float32le'];
  const args = ['--playback', ...format, '--latency-msec=10', '-d', 'speaker'];
  const player = spawn('pacat', args, { env: pulse.env, stdio: ['pipe', 'ignore', 'ignore'] });
  // Sound that is still on its way when the player is stopped is lost.
  player.stdin.on('error', () => {});
  return player;
}

/** Passes samples to the player as a device would: 10 ms every 10 ms. */
async function play(player: ChildProcess, samples: Float32Array): Promise<void> {
  const startedAt = performance.now();
  for (let at = 0; at < samples.length; at += 160) {
    const block = samples.slice(at, at + 160);
    player.stdin?.write(new Uint8Array(block.buffer));
    const dueIn = startedAt + (at + 160) / 16 - performance.now();
    if (dueIn > 0) await setTimeout(dueIn);
  }
}
