import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kaiserLowPass } from '../../../core/audio/windowedSinc.ts';
import type { Role } from '../../../core/model/role.ts';
import { openFileSource } from '../../../main/capture/file/fileSource.ts';
import { type Truth, truthSchema } from '../../../samples/truth.ts';
import { drain } from '../decodedAudio.ts';
import { amplitudeOfDb, concat, whiteNoise } from '../signals.ts';
import { waveBytes } from '../waveBytes.ts';

const samplesDir = join(import.meta.dirname, '..', '..', '..', 'samples');

/** The rate of sound cards, and of their replacements here. */
export const cardRateHz = 48_000;
/** The rate of the sample calls. */
export const fileRateHz = 16_000;

export const baselinePath = join(samplesDir, 'agent-baseline', 'baseline.json');

export type SampleId = 'matching-the-anger' | 'soft-and-patient';

export function samplePath(id: SampleId): string {
  return join(samplesDir, id, 'call.flac');
}

export async function sampleTruth(id: SampleId): Promise<Truth> {
  return truthSchema.parse(JSON.parse(await readFile(join(samplesDir, id, 'truth.json'), 'utf8')));
}

/** Reads both parties of a sample call, at 16 kHz. */
export async function sampleChannels(id: SampleId): Promise<Record<Role, Float32Array>> {
  const source = await openFileSource(samplePath(id));
  const { channels } = await drain(source);
  await source.close();
  const [agent, customer] = channels;
  if (!agent || !customer) throw new Error(`The sample call ${id} does not have two channels`);
  return { agent, customer };
}

/** Reads a part of a sample call, in seconds, at the rate of each party's sound card. */
export async function samplePart(id: SampleId, start: number, end: number): Promise<Record<Role, Float32Array>> {
  const { agent, customer } = await sampleChannels(id);
  const part = (whole: Float32Array) => atCardRate(whole.subarray(start * fileRateHz, end * fileRateHz));
  return { agent: part(agent), customer: part(customer) };
}

/** Reads the first turns of a sample call's agent, one after another with half a second of silence between them. */
export async function agentLines(id: SampleId, count: number): Promise<Float32Array> {
  const marginSeconds = 0.25;
  const { lines } = await sampleTruth(id);
  const own = lines.filter(({ role, kind }) => role === 'agent' && kind !== 'backchannel').slice(0, count);
  const { agent } = await samplePart(id, 0, (own.at(-1)?.end ?? 0) + marginSeconds);
  return concat(
    ...own.map(({ start, end }) =>
      agent.subarray((start - marginSeconds) * cardRateHz, (end + marginSeconds) * cardRateHz),
    ),
  );
}

/** Adds a stretch of a quiet room at both ends, so that it does not matter when exactly a capture begins and ends. */
export function inQuietRoom(samples: Float32Array, seconds: number): Float32Array {
  return concat(room(seconds, 1), samples, room(seconds, 2));
}

/** As quiet as the room of the sample calls. */
function room(seconds: number, seed: number): Float32Array {
  const uniformToRms = Math.sqrt(3);
  return whiteNoise(seconds, uniformToRms * amplitudeOfDb(-68), seed, cardRateHz);
}

export function cardWave(...channels: readonly Float32Array[]): Uint8Array {
  return waveBytes(channels, { sampleRateHz: cardRateHz });
}

/** Converts 16 kHz to 48 kHz: two zeros after every sample, then a low-pass below 8 kHz removes the mirror images. */
function atCardRate(samples: Float32Array): Float32Array {
  const factor = cardRateHz / fileRateHz;
  const nyquist = 0.5 / factor;
  const kernel = kaiserLowPass({ passEdge: 0.9 * nyquist, stopEdge: nyquist, attenuationDb: 84 });
  const reach = Math.floor(kernel.halfWidth);
  const taps = Float32Array.from({ length: 2 * reach + 1 }, (_, i) => factor * kernel.at(i - reach));
  const output = new Float32Array(samples.length * factor);
  for (let at = 0; at < output.length; at++) {
    const first = Math.max(0, Math.ceil((at - reach) / factor));
    const last = Math.min(samples.length - 1, Math.floor((at + reach) / factor));
    let sum = 0;
    for (let i = first; i <= last; i++) sum += (samples[i] ?? 0) * (taps[at - i * factor + reach] ?? 0);
    output[at] = sum;
  }
  return output;
}
