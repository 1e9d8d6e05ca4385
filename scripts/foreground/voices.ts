import { join } from 'node:path';
import { HOP_SAMPLES } from '../../core/stream/frameTime.ts';
import type { SpeechModel } from '../../main/analysis/speechModel.ts';
import { joinedSamples } from '../accuracy/audio/joinedSamples.ts';
import { readChannels } from '../accuracy/audio/readChannels.ts';
import { readLabelledSets } from '../accuracy/truth/labelledSet.ts';
import { labelSpeech } from './speechLabels.ts';

/** Sets whose licence lets a model learn from them (CC BY 4.0), and the number of speakers of which one is left out. */
const SETS: ReadonlyMap<string, number> = new Map([
  ['libri', 3],
  ['ocean', 5],
]);

/** Silence after a clip, because the model reacts a little later than the sound. */
const TAIL = new Float32Array(4096);

/** A clip from its first to its last speech, at an active level of 0 dBFS, with one label per 160 samples. */
export interface Utterance {
  readonly samples: Float32Array;
  readonly speech: Uint8Array;
}

export interface Voice {
  readonly name: string;
  readonly utterances: readonly Utterance[];
}

/** Returns all speakers of the sets that may be used for training. */
export async function readVoices(dataFolder: string, model: SpeechModel): Promise<readonly Voice[]> {
  const voices = new Map<string, Utterance[]>();
  for (const { kind, folder, clips } of readLabelledSets(dataFolder).filter((set) => SETS.has(set.kind))) {
    for (const clip of clips) {
      const [samples] = await readChannels(join(folder, clip.file));
      const probabilities = await model.open({ admits: () => true }).push(joinedSamples([samples!, TAIL]));
      const utterance = utteranceOf(samples!, labelSpeech(samples!, probabilities));
      const name = `${kind}/${clip.speaker ?? clip.file}`;
      if (utterance) voices.set(name, [...(voices.get(name) ?? []), utterance]);
    }
  }
  return [...voices].map(([name, utterances]) => ({ name, utterances }));
}

/** True if a voice is left out of the training, to measure how well unknown voices are heard. */
export function isLeftOut({ name }: Voice, voices: readonly Voice[]): boolean {
  const [set] = name.split('/');
  const every = SETS.get(set!)!;
  const ofSet = voices.flatMap((voice) => (voice.name.startsWith(`${set}/`) ? [voice.name] : [])).toSorted();
  return ofSet.indexOf(name) % every === Math.floor(every / 2);
}

function utteranceOf(samples: Float32Array, labels: Uint8Array): Utterance | undefined {
  const from = labels.indexOf(1);
  if (from < 0) return undefined;
  const to = labels.lastIndexOf(1) + 1;
  const speech = labels.slice(from, to);
  const cut = samples.slice(from * HOP_SAMPLES, to * HOP_SAMPLES);
  const gain = 1 / activeLevel(cut, speech);
  return { samples: cut.map((sample) => sample * gain), speech };
}

/** Returns the root mean square over the frames of speech. */
export function activeLevel(samples: Float32Array, speech: Uint8Array): number {
  let energy = 0;
  let count = 0;
  speech.forEach((label, frame) => {
    if (label === 0) return;
    for (let i = frame * HOP_SAMPLES; i < (frame + 1) * HOP_SAMPLES; i += 1) energy += samples[i]! * samples[i]!;
    count += HOP_SAMPLES;
  });
  return Math.sqrt(energy / Math.max(1, count)) || 1e-9;
}

/** Returns an utterance faster and higher, or slower and lower. */
export function atSpeed({ samples, speech }: Utterance, speed: number): Utterance {
  const changed = new Uint8Array(Math.floor(speech.length / speed)).map((_, i) => speech[Math.floor(i * speed)]!);
  const resampled = new Float32Array(changed.length * HOP_SAMPLES).map((_, i) => {
    const before = Math.floor(i * speed);
    const part = i * speed - before;
    return (1 - part) * samples[before]! + part * (samples[before + 1] ?? 0);
  });
  return { samples: resampled, speech: changed };
}
