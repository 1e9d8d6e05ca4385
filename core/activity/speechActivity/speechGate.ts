import { FadingHistogram } from './fadingHistogram.ts';

/** Range of window levels that are told apart, dB. */
const lowestLevelDb = -110;
const highestLevelDb = 0;

/** Below this nothing is audible: digital silence and dither. */
const inaudibleDb = -85;

/** The background is the quiet decile of the last 20 s, known after 10 s. */
const memoryWindows = 625;
const backgroundShare = 0.1;
const knownAfterWindows = 312;

/** Steady background stays this near to its quiet decile; speech does not. */
const steadyDb = 3;

/** Windows that still pass after the last audible one (0.32 s): weak ends of words, and the model hears speech stop. */
const holdWindows = 10;

/**
 * Tells where speech is impossible, so that the model need not run there: in digital silence, and where the level has
 * rested at the background's for a while. Judges level against the recent past alone, so a soft voice passes at any gain.
 */
export class SpeechGate {
  readonly #levels = new FadingHistogram(lowestLevelDb, highestLevelDb, memoryWindows);
  #quietWindows = 0;

  /** @param window consecutive windows of 32 ms, full scale ±1 */
  admits(window: Float32Array): boolean {
    let sum = 0;
    for (const value of window) sum += value * value;
    const levelDb = Math.max(lowestLevelDb, 10 * Math.log10(sum / window.length));
    this.#levels.add(levelDb);
    this.#quietWindows = this.#isQuiet(levelDb) ? this.#quietWindows + 1 : 0;
    return this.#quietWindows <= holdWindows;
  }

  #isQuiet(levelDb: number): boolean {
    if (levelDb < inaudibleDb) return true;
    if (this.#levels.weight < knownAfterWindows) return false;
    return levelDb < this.#levels.quantile(backgroundShare)! + steadyDb;
  }
}
