import type { LevelPreview } from '../../../contract/liveContract.ts';
import { LevelMeter } from '../../../core/audio/levelMeter.ts';
import type { LiveSource } from '../../capture/liveSource.ts';
import type { Logger } from '../../logger.ts';
import { EventFan } from '../eventFan.ts';
import { reportUnexpected } from '../reportUnexpected.ts';

/** The level of one source, for a watcher. A slow watcher gets only the latest reading. */
export class LivePreview {
  readonly #source: LiveSource;
  readonly #release: () => Promise<void>;
  readonly #logger: Logger;
  readonly #fan = new EventFan<LevelPreview>({ isLatest: () => true });
  #over = false;

  /** @param release releases the source when the preview ends */
  constructor(source: LiveSource, release: () => Promise<void>, logger: Logger) {
    this.#source = source;
    this.#release = release;
    this.#logger = logger;
    void this.#pump();
  }

  /** @param signal aborted when the watcher leaves; the preview is over then */
  watch(signal?: AbortSignal): AsyncGenerator<LevelPreview, void> {
    signal?.addEventListener('abort', () => void this.end(), { once: true });
    if (signal?.aborted) void this.end();
    return this.#fan.watch([], signal);
  }

  async end(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    this.#fan.end();
    await this.#release().catch((error: unknown) =>
      this.#logger.error('A previewed source could not be closed', error),
    );
  }

  async #pump(): Promise<void> {
    const meter = new LevelMeter(this.#source.sampleRateHz);
    try {
      for await (const item of this.#source) {
        if (this.#over) break;
        if (item.type !== 'samples') continue;
        for (const reading of meter.push(item.channels[0]!)) this.#fan.publish(reading);
      }
    } catch (error) {
      reportUnexpected(this.#logger, 'A preview failed', error);
    }
    await this.end();
  }
}
