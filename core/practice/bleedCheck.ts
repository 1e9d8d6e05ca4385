import type { CallMetrics } from '../model/callEvent.ts';

/** Judged over this many readings in which the caller speaks: 3 s. [J] */
const NEEDED_READINGS = 30;
/** The share of the caller's speech in which the microphone hears somebody too, and how alike the two levels run. [J] */
const HEARD_SHARE = 0.7;
const LIKENESS = 0.7;

/**
 * Whether the trainee's microphone hears the caller, because there are no headphones: then the level at the microphone
 * follows the caller's, and nothing the practice says about talking over is true.
 */
export class BleedCheck {
  readonly #pairs: (readonly [agent: number, customer: number])[] = [];
  #heard = 0;

  /** Missing until enough of the caller was heard. */
  get bleeds(): boolean | undefined {
    if (this.#pairs.length < NEEDED_READINGS) return undefined;
    return this.#heard / this.#pairs.length >= HEARD_SHARE && correlation(this.#pairs) >= LIKENESS;
  }

  push({ agent, customer }: CallMetrics): void {
    if (this.#pairs.length >= NEEDED_READINGS || !customer?.speaking) return;
    if (agent?.momentaryLufs == null || customer.momentaryLufs === null) return;
    this.#pairs.push([agent.momentaryLufs, customer.momentaryLufs]);
    if (agent.speaking) this.#heard += 1;
  }
}

/** Pearson's; 0 where one of the two does not change. */
function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (index: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[index], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}
