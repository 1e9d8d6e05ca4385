import { defaultCallConfig } from '../../core/config/callConfig.ts';
import type { CallEvent } from '../../core/model/callEvent.ts';
import { deviceCapture } from '../../main/hosts/cli/devicesCommand.ts';
import { startServices } from '../../main/services/startServices.ts';
import { PulseAudio, pulseAudioProblem } from '../../tests/support/pulseAudio.ts';
import type { BenchSetup } from './benchSetup.ts';
import { Caller } from './caller.ts';
import { atMost, type Figure, percentile } from './figure.ts';
import { ReferenceRecorder } from './referenceRecorder.ts';

/** A level above this counts as sound. */
const SOUND_LUFS = -50;

interface Heard {
  readonly atMs: number;
  readonly event: CallEvent;
}

/**
 * Measures the time from the moment that a separate recorder hears a sound to the app's event for it: the level of the
 * caller's voice after it starts, and the floor light after it stops, minus the light's threshold. The time spent in
 * the player and the sound server is a separate figure.
 */
export async function latencySection({ recordings }: BenchSetup): Promise<readonly Figure[]> {
  const problem = pulseAudioProblem();
  if (problem) return [{ what: 'latency', measured: problem }];
  const pulse = await PulseAudio.start();
  Object.assign(process.env, pulse.env);
  const caller = await Caller.start(pulse, recordings);
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
      for await (const happened of services.live.session(sessionId).watch()) {
        if (happened.type === 'call') heard.push({ atMs: performance.now(), event: happened.event });
      }
    })();
    const handedMs = await caller.speak();
    await services.live.session(sessionId).stop();
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
        what: 'spent before that in player and sound server: median, p95',
        measured: `${percentile(serverMs, 0.5).toFixed(0)} ms, ${percentile(serverMs, 0.95).toFixed(0)} ms`,
      },
    ];
  } finally {
    await services.close();
    reference.close();
    caller.stop();
    await pulse.stop();
  }
}

function isSound(event: CallEvent): boolean {
  return event.type === 'metrics' && (event.customer?.momentaryLufs ?? Number.NEGATIVE_INFINITY) > SOUND_LUFS;
}

function isAlmost(event: CallEvent): boolean {
  return event.type === 'floor' && event.state === 'almost';
}
