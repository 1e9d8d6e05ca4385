import { loadSpeechModel } from '../../../main/analysis/speechModel.ts';
import { codeKey, contentKey, type ResultCache } from '../audio/resultCache.ts';

/** What a probability depends on: the model, and the gate in front of it. */
const MODEL_CODE = [
  'main/analysis/{speechModel*,silero/*}.ts',
  'core/activity/speechActivity/speechGate.ts',
  'package-lock.json',
];

/** The speech model's answers, kept: several detectors start from them, and they change seldom. */
export class SpeechProbabilities {
  readonly #cache: ResultCache;
  /** Stands for the model's version. */
  readonly version: string;

  constructor(cache: ResultCache, root: string) {
    this.#cache = cache;
    this.version = codeKey(root, MODEL_CODE);
  }

  /**
   * @param samples one channel at 16 kHz
   * @param soundKey stands for the samples
   * @returns the probability of speech in each window of 512 samples
   */
  async of(samples: Float32Array, soundKey: string): Promise<Float32Array> {
    const key = contentKey('speech probabilities', this.version, soundKey);
    const kept = this.#cache.read<number[]>(key);
    if (kept) return Float32Array.from(kept);
    const probabilities = await (await loadSpeechModel()).open().push(samples);
    this.#cache.write(key, [...probabilities]);
    return probabilities;
  }
}
