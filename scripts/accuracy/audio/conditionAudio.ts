import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { seededUniform } from '../../../samples/randomNumbers.ts';
import { type Condition, SAMPLE_RATE_HZ, underCondition } from '../conditions/condition.ts';
import { createTalker, type Talker } from '../conditions/roomTalkers.ts';
import type { LabelledClip, LabelledSet } from '../truth/labelledSet.ts';
import { readChannels } from './readChannels.ts';
import { codeKey, contentKey, type ResultCache } from './resultCache.ts';
import { writeWave } from './writeWave.ts';

/** Sets with many single speakers, whose voices fill the rooms of all sets. */
const TALKER_SETS: ReadonlySet<string> = new Set(['libri', 'ocean']);
/** A call centre's room contains adults; speakers of unknown age count as adults. */
const ADULT_AGE = 18;

const CODE = ['scripts/accuracy/conditions/*.ts', 'core/audio/*.ts', 'main/capture/file/wave/g711.ts'];

/** A recording under a condition. The key identifies its sound. */
export interface ClipAudio {
  readonly path: string;
  readonly key: string;
}

/** Makes the recordings of every condition, once each. The same clip has the same room in every run. */
export class ConditionAudio {
  readonly #cache: ResultCache;
  readonly #codeKey: string;
  readonly #talkerClips: readonly { readonly name: string; readonly path: string }[];
  #talkersKey: string | undefined;
  #talkers: Promise<readonly Talker[]> | undefined;

  /** @param sets all available sets: the talkers of a room are from some of them */
  constructor(cache: ResultCache, root: string, sets: readonly LabelledSet[]) {
    this.#cache = cache;
    this.#codeKey = codeKey(root, CODE);
    this.#talkerClips = sets
      .filter(({ kind }) => TALKER_SETS.has(kind))
      .flatMap((set) => set.clips.map((clip) => ({ set, clip })))
      .filter(({ clip }) => (clip.age ?? ADULT_AGE) >= ADULT_AGE)
      .map(({ set, clip }) => ({ name: speakerName(set, clip), path: join(set.folder, clip.file) }));
  }

  /** @throws {Error} if the condition needs more talkers than the data has */
  async make(set: LabelledSet, clip: LabelledClip, condition: Condition): Promise<ClipAudio> {
    const original = join(set.folder, clip.file);
    const originalKey = contentKey(readFileSync(original));
    const { noise, telephone = false } = condition;
    if (!noise && !telephone) return { path: original, key: originalKey };

    const clipName = `${set.name}/${clip.file}`;
    const talkerCount = noise === undefined || noise.kind === 'white' ? 0 : noise.kind.talkers;
    const recipe = JSON.stringify({
      noise,
      telephone,
      clipName,
      talkers: talkerCount > 0 ? this.#keyOfTalkers() : null,
    });
    const key = contentKey(this.#codeKey, originalKey, recipe);
    const path = this.#cache.path(key, 'wav');
    if (existsSync(path)) return { path, key };

    const talkers = talkerCount > 0 ? await this.#others(speakerName(set, clip)) : [];
    if (talkers.length < talkerCount) {
      const found = `the data has ${talkers.length} in ${[...TALKER_SETS].join(' and ')}`;
      throw new Error(`"${condition.name}" needs ${talkerCount} other adult speakers; ${found}.`);
    }
    const channels = await readChannels(original);
    const worse = channels.map((samples, i) =>
      underCondition(samples, condition, talkers, seededUniform(seedOf(`${clipName} ${i}`))),
    );
    // Written under another name first, so that an interrupted run leaves no partial recording.
    await writeWave(`${path}.part`, worse, SAMPLE_RATE_HZ);
    renameSync(`${path}.part`, path);
    return { path, key };
  }

  #keyOfTalkers(): string {
    this.#talkersKey ??= contentKey(...this.#talkerClips.flatMap(({ name, path }) => [name, readFileSync(path)]));
    return this.#talkersKey;
  }

  async #others(speaker: string): Promise<readonly Talker[]> {
    this.#talkers ??= this.#readTalkers();
    return (await this.#talkers).filter(({ name }) => name !== speaker);
  }

  async #readTalkers(): Promise<readonly Talker[]> {
    const clips = new Map<string, Float32Array[]>();
    for (const { name, path } of this.#talkerClips) {
      const [samples] = await readChannels(path);
      clips.set(name, [...(clips.get(name) ?? []), samples!]);
    }
    return [...clips].map(([name, sounds]) => createTalker(name, sounds, SAMPLE_RATE_HZ));
  }
}

/** A key that all clips of one speaker share, and no others. */
function speakerName(set: LabelledSet, clip: LabelledClip): string {
  return `${set.kind}/${clip.speaker ?? clip.file}`;
}

function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readInt32LE();
}
