import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { CallEvent } from '../../core/model/callEvent.ts';
import { defaultCallConfig } from '../../core/pipeline/config.ts';
import { deviceCapture } from '../../main/hosts/cli/devicesCommand.ts';
import { startServices } from '../../main/services/startServices.ts';
import { PulseAudio, pulseAudioProblem } from '../../tests/support/pulseAudio.ts';
import type { Bench } from './bench.ts';
import { atMost, type Figure, percentile } from './figure.ts';
import { ReferenceRecorder } from './referenceRecorder.ts';

const OCCASIONS = 20;
const SPEECH_SECONDS = 3;
const PAUSE_SECONDS = 2;
/** Louder than this there is sound. */
const SOUND_LUFS = -50;

interface Heard {
  readonly atMs: number;
  readonly event: CallEvent;
}

/**
 * From the moment that a plain recorder beside the app hears a sound to the event that the app makes of it: the level of the
 * caller's voice after it sets in, and the floor light after it stops, less the light's own threshold. What the player and the
 * sound server take is given by itself.
 */
export async function latencySection({ recordings }: Bench): Promise<readonly Figure[]> {
  const problem = pulseAudioProblem();
  if (problem) return [{ what: 'latency', measured: problem }];
  const voice = loudest((await recordings.call())[1]!, SPEECH_SECONDS * 16_000);
  const pulse = await PulseAudio.start();
  Object.assign(process.env, pulse.env);
  const player = openPlayer(pulse);
  // Sound written before the player is connected would stay ahead of it for good.
  while ((await pulse.control('list', 'short', 'sink-inputs')).trim() === '') await setTimeout(100);
  const reference = new ReferenceRecorder(pulse, 'speaker.monitor');
  const services = await startServices({ kind: 'web', devices: deviceCapture(), logger: console });
  try {
    const { sessionId } = await services.live.start({
      baseline: null,
      inputs: [
        { role: 'agent', source: { kind: 'device', name: 'Headset' } },
        { role: 'customer', source: { kind: 'device', name: 'Monitor of Speaker' } },
      ],
    });
    const heard: Heard[] = [];
    const watching = (async () => {
      for await (const happened of services.live.watch(sessionId)) {
        if (happened.type === 'call') heard.push({ atMs: performance.now(), event: happened.event });
      }
    })();
    const handedMs: number[] = [];
    await play(player, new Float32Array(2 * 16_000));
    for (let occasion = 0; occasion < OCCASIONS; occasion++) {
      handedMs.push(performance.now());
      await play(player, voice);
      await play(player, new Float32Array(PAUSE_SECONDS * 16_000));
    }
    // What is still on its way through the sound server.
    await setTimeout(1000 * PAUSE_SECONDS);
    await services.live.stop(sessionId);
    await watching;
    const sounds = reference.heard;
    const levelMs = sounds.flatMap(({ startMs, endMs }) => {
      const level = heard.find(({ atMs, event }) => atMs > startMs && atMs < endMs && isSound(event));
      return level ? [level.atMs - startMs] : [];
    });
    const floorMs = sounds.flatMap(({ endMs }) => {
      const almost = heard.find(({ atMs, event }) => atMs > endMs && isAlmost(event));
      return almost ? [almost.atMs - endMs - 1000 * defaultCallConfig.floor.almostSeconds] : [];
    });
    const serverMs = sounds.flatMap(({ startMs }, i) => startMs - (handedMs[i] ?? startMs));
    return [
      atMost(`sound to level, p95 of ${levelMs.length}`, percentile(levelMs, 0.95), 150, 'ms', 0),
      atMost(
        `silence to floor light beyond its threshold, p95 of ${floorMs.length}`,
        percentile(floorMs, 0.95),
        150,
        'ms',
        0,
      ),
      {
        what: 'before that, in player and sound server: median, p95',
        measured: `${percentile(serverMs, 0.5).toFixed(0)} ms, ${percentile(serverMs, 0.95).toFixed(0)} ms`,
      },
    ];
  } finally {
    await services.close();
    reference.close();
    player.kill();
    await pulse.stop();
  }
}

function isSound(event: CallEvent): boolean {
  return event.type === 'metrics' && (event.customer?.momentaryLufs ?? Number.NEGATIVE_INFINITY) > SOUND_LUFS;
}

function isAlmost(event: CallEvent): boolean {
  return event.type === 'floor' && event.state === 'almost';
}

/** The stretch of this length with the most energy, cut so that it begins and ends in speech. */
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
  // What is still on its way when the player is ended has nowhere to go.
  player.stdin.on('error', () => {});
  return player;
}

/** Hands samples to the player as a device would: 10 ms every 10 ms. */
async function play(player: ChildProcess, samples: Float32Array): Promise<void> {
  const startedAt = performance.now();
  for (let at = 0; at < samples.length; at += 160) {
    const block = samples.slice(at, at + 160);
    player.stdin?.write(new Uint8Array(block.buffer));
    const dueIn = startedAt + (at + 160) / 16 - performance.now();
    if (dueIn > 0) await setTimeout(dueIn);
  }
}
