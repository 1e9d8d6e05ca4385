import type { Scenario } from '../model/scenario.ts';
import { type CallerLine, type LinePlace, linesAt } from '../model/scenarioLines.ts';

/** Picks the caller's lines at random, without repeating one before all lines for that occasion were used. */
export class LinePicker {
  readonly #scenario: Scenario;
  readonly #random: () => number;
  readonly #said = new Set<string>();

  constructor(scenario: Scenario, random: () => number) {
    this.#scenario = scenario;
    this.#random = random;
  }

  /** @throws {RangeError} if the scenario has no line for that occasion, which `checkScenario` finds */
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
