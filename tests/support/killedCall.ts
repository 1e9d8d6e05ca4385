import { setTimeout } from 'node:timers/promises';
import { HostProcess } from './hostProcess.ts';

const rateHz = 16_000;
const chunkSeconds = 0.05;
const toneHz = 200;

/** Outcome of a recorded live call whose host was killed. */
export interface KilledCall {
  /** Seconds of sound that the host had received when it was killed. */
  readonly takenSeconds: number;
  /** Seconds of that sound missing from the recording. */
  readonly missingSeconds: number;
  /** Seconds of that sound missing from the report. */
  readonly unreportedSeconds: number;
  /** From the start of the next host's process until the call was in its library. */
  readonly recoveredSeconds: number;
  /** The call's state at the next start, and true if the call still has the name given before the kill. */
  readonly state: string | undefined;
  readonly keptTitle: boolean;
  /** True if the recording is a whole WAV file with sound in it. */
  readonly plays: boolean;
}

/**
 * Runs a recorded call against a real host, kills the host after a given time and inspects what the next host finds.
 */
export async function killedCall(dataDir: string, killAfterSeconds: number): Promise<KilledCall> {
  const host = await HostProcess.start(dataDir);
  const sound = await host.openSound(rateHz);
  await host.client.live.start({
    inputs: [{ role: 'agent', source: { kind: 'page', streamId: sound.streamId } }],
    baseline: null,
    recordAudio: true,
  });
  const [call] = (await host.client.calls.list()).calls;
  const callId = call!.callId;
  const title = `Killed after ${killAfterSeconds.toFixed(3)} s`;
  await host.client.calls.update({ callIds: [callId], changes: { title } });
  await speakFor(killAfterSeconds, (samples) => sound.send(samples));
  await host.kill();
  sound.close();
  const takenSeconds = sound.takenBytes / Float32Array.BYTES_PER_ELEMENT / rateHz;

  const from = performance.now();
  const next = await HostProcess.start(dataDir);
  try {
    const found = (await next.client.calls.list()).calls.find((item) => item.callId === callId);
    const recoveredSeconds = (performance.now() - from) / 1000;
    const wav = found?.hasAudio
      ? Buffer.from(await (await next.fetchAudio(`/audio/${callId}`)).arrayBuffer())
      : Buffer.alloc(0);
    return {
      takenSeconds,
      missingSeconds: takenSeconds - (wav.length - 44) / 2 / rateHz,
      unreportedSeconds: takenSeconds - (await reportedSeconds(next, callId, takenSeconds - 1)),
      recoveredSeconds,
      state: found?.state,
      keptTitle: found?.title === title,
      plays: plays(wav),
    };
  } finally {
    await next.stop();
  }
}

/** Returns the reported seconds once the recording has been re-measured, which happens in the background. */
async function reportedSeconds(host: HostProcess, callId: string, enough: number): Promise<number> {
  for (let tries = 0; ; tries++) {
    const { calls } = await host.client.calls.list();
    const seconds = calls.find((item) => item.callId === callId)?.durationSeconds ?? 0;
    if (seconds >= enough || tries > 100) return seconds;
    await setTimeout(100);
  }
}

/** Sends a tone in real time, as a page does. */
async function speakFor(seconds: number, send: (samples: Float32Array) => void): Promise<void> {
  const from = performance.now();
  for (let sample = 0; (performance.now() - from) / 1000 < seconds; ) {
    const due = ((performance.now() - from) / 1000) * rateHz;
    for (; sample < due; sample += chunkSeconds * rateHz) {
      const first = sample;
      send(
        Float32Array.from(
          { length: chunkSeconds * rateHz },
          (_, i) => 0.25 * Math.sin((2 * Math.PI * toneHz * (first + i)) / rateHz),
        ),
      );
    }
    await setTimeout(10);
  }
}

function plays(wav: Buffer): boolean {
  if (wav.toString('latin1', 0, 4) !== 'RIFF' || wav.readUInt32LE(40) !== wav.length - 44) return false;
  let energy = 0;
  for (let at = 44; at + 1 < wav.length; at += 2) energy += wav.readInt16LE(at) ** 2;
  return Math.sqrt(energy / ((wav.length - 44) / 2)) > 0.15 * 0x8000;
}
