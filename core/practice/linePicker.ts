import type { Scenario } from '../model/scenario.ts';
import { type CallerLine, type LinePlace, linesAt } from '../model/scenarioLines.ts';

/** Chooses what the caller says: by chance, but nothing twice before everything at that place was said. */
export class LinePicker {
  readonly #scenario: Scenario;
  readonly #random: () => number;
  readonly #said = new Set<string>();

  constructor(scenario: Scenario, random: () => number) {
    this.#scenario = scenario;
    this.#random = random;
  }

  /** @throws {RangeError} where a scenario that was not checked has no line at that place */
  pick(place: LinePlace): CallerLine {
    const lines = linesAt(this.#scenario, place);
    if (lines.every(({ id }) => this.#said.has(id))) for (const { id } of lines) this.#said.delete(id);
    const fresh = lines.filter(({ id }) => !this.#said.has(id));
    const line = fresh[Math.floor(this.#random() * fresh.length)];
    if (!line) throw new RangeError(`the scenario ${this.#scenario.id} has no line for ${JSON.stringify(place)}`);
    this.#said.add(line.id);
    return line;
  }
}
