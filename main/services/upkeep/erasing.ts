import type { Library } from '../../storage/calls/library.ts';
import type { ExportService } from '../exports/exportService.ts';
import type { ImportService } from '../imports/importService.ts';

interface ErasingOptions {
  readonly library: Library;
  readonly exports: ExportService;
  readonly imports: ImportService;
}

/** Erases calls, or everything stored of an agent, from every place that knows of them. */
export class Erasing {
  readonly #options: ErasingOptions;

  constructor(options: ErasingOptions) {
    this.#options = options;
  }

  /** Ignores calls that are not there. */
  async erase(callIds: readonly string[]): Promise<void> {
    this.#options.library.eraser.erase(callIds);
    await this.#options.exports.forget(callIds);
  }

  /** Ends the imports under the agent's name, too. Returns how many calls the agent had. */
  async eraseAgent(agent: string): Promise<number> {
    const { library, imports } = this.#options;
    // First, because a running import would bring more calls.
    await imports.removeOfAgent(agent);
    const callIds = library.calls.idsOfAgent(agent);
    await this.erase(callIds);
    return callIds.length;
  }
}
