import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import type { Library } from '../../storage/calls/library.ts';

interface MeasureRefreshOptions {
  readonly library: Library;
  readonly isInCall: () => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Longest work in a second, so that the app stays responsive. */
const sliceSeconds = 0.05;

/**
 * Reads the measures of stored calls from their reports again, after an update of the app that measures more or in another way.
 * Until a call's turn comes, it shows its old measures and lacks the new ones. Calls without a readable report stay as they are.
 */
export class MeasureRefresh {
  readonly #options: MeasureRefreshOptions;
  readonly #waiting: string[];
  readonly #stop: () => void;
  #slice: Promise<void> = Promise.resolve();

  constructor(options: MeasureRefreshOptions) {
    this.#options = options;
    this.#waiting = options.library.calls.withOtherMeasures();
    this.#stop =
      this.#waiting.length === 0
        ? () => {}
        : options.clock.every(1, () => {
            this.#slice = this.#slice.then(() => this.#refreshSome());
          });
  }

  /** Resolves when the slice that is under way is done. */
  idle(): Promise<void> {
    return this.#slice;
  }

  async close(): Promise<void> {
    this.#waiting.length = 0;
    this.#stop();
    await this.#slice;
  }

  async #refreshSome(): Promise<void> {
    const { isInCall, clock } = this.#options;
    const end = clock.monotonicSeconds() + sliceSeconds;
    while (!isInCall() && clock.monotonicSeconds() < end) {
      const callId = this.#waiting.pop();
      if (callId === undefined) return this.#stop();
      await this.#refresh(callId);
    }
  }

  async #refresh(callId: string): Promise<void> {
    const { library, logger } = this.#options;
    try {
      const measures = await library.reader.measures(callId);
      if (measures) library.writer.refreshMeasures(callId, measures);
    } catch (error) {
      logger.error('The measures of a call could not be read from its report', error);
    }
  }
}
