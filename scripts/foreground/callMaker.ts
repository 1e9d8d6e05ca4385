import type { SpeechModel } from '../../main/analysis/speechModel.ts';
import { codeKey, contentKey, type ResultCache } from '../accuracy/audio/resultCache.ts';
import { Draw } from './draw.ts';
import { type HeardCall, heardCall } from './heardCall.ts';
import { type SimulatedCall, simulateCall } from './simulateCall.ts';
import type { Voice } from './voices.ts';

/** The code that a simulated call depends on. */
const CODE = [
  'scripts/foreground/{background,draw,heardCall,simulateCall,speechLabels,voices}.ts',
  'scripts/accuracy/conditions/*.ts',
  'core/activity/speechActivity/{bandPower,biquad}.ts',
  'main/analysis/{speechModel*,silero/*}.ts',
];

/** Number of calls whose windows share runs of the model. */
const TOGETHER = 8;
/** A prime, so that calls of different seeds have nothing in common. */
const SEED_DISTANCE = 1_000_003;

/** The gate skips windows that are silent anyway; the networks must also work where it can't close. */
const EVERY_WINDOW = { admits: () => true };

/** Simulates calls one after the other, each the same in every run, and caches them. */
export class CallMaker {
  readonly #cache: ResultCache;
  readonly #model: SpeechModel;
  readonly #codeKey: string;

  constructor(root: string, cache: ResultCache, model: SpeechModel) {
    this.#cache = cache;
    this.#model = model;
    this.#codeKey = codeKey(root, CODE);
  }

  /** Yields calls endlessly. */
  async *calls(voices: readonly Voice[], seed: number): AsyncGenerator<HeardCall> {
    const names = voices.map(({ name }) => name).join(' ');
    for (let first = 0; ; first += TOGETHER) {
      const numbers = Array.from({ length: TOGETHER }, (_, i) => seed * SEED_DISTANCE + first + i);
      const keyOf = (number: number) => contentKey(this.#codeKey, names, String(number));
      const cached = numbers.map((number) => this.#cache.read<HeardCall>(keyOf(number)));
      if (cached.some((call) => call === undefined)) {
        const made = await this.#heard(numbers.map((number) => simulateCall(voices, new Draw(number))));
        made.forEach((call, i) => {
          cached[i] = call;
          this.#cache.write(keyOf(numbers[i]!), call);
        });
      }
      for (const call of cached) yield call!;
    }
  }

  async #heard(calls: readonly SimulatedCall[]): Promise<readonly HeardCall[]> {
    const probabilities = await Promise.all(calls.map(({ samples }) => this.#model.open(EVERY_WINDOW).push(samples)));
    return calls.map((call, i) => heardCall(call, probabilities[i]!));
  }
}
