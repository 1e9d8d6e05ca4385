import { loadSpeechModel } from '../../../main/analysis/speechModel.ts';
import { codeKey, contentKey, type ResultCache } from '../audio/resultCache.ts';

/** The code that a probability depends on: the model, and the gate in front of it. */
const MODEL_CODE = [
  'main/analysis/{speechModel*,silero/*}.ts',
  'core/activity/speechActivity/speechGate.ts',
  'package-lock.json',
];

/** The speech model's probabilities, cached because several detectors start from them and they rarely change. */
export class SpeechProbabilities {
  readonly #cache: ResultCache;
  /** Identifies the model's version. */
  readonly version: string;

  constructor(cache: ResultCache, root: string) {
    this.#cache = cache;
    this.version = codeKey(root, MODEL_CODE);
  }

  /**
   * @param samples one channel at 16 kHz
   * @param soundKey identifies the samples
   * @returns the probability of speech in each window of 512 samples
   */
  async of(samples: Float32Array, soundKey: string): Promise<Float32Array> {
    const key = contentKey('speech probabilities', this.version, soundKey);
    const cached = this.#cache.read<number[]>(key);
    if (cached) return Float32Array.from(cached);
    const probabilities = await (await loadSpeechModel()).open().push(samples);
    this.#cache.write(key, [...probabilities]);
    return probabilities;
  }
}
