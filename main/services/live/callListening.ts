import type { LiveInput } from '../../../contract/liveContract.ts';
import type { CallConfig } from '../../../core/config/callConfig.ts';
import type { CallMetrics } from '../../../core/model/callEvent.ts';
import type { Role } from '../../../core/model/role.ts';
import type { Analysis, LiveAnalysis } from '../../analysis/analysis.ts';
import type { LiveSource } from '../../capture/liveSource.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import type { LiveSources } from '../streams/liveSources.ts';

export interface CallListeningOptions {
  readonly analysis: Analysis;
  readonly sources: LiveSources;
  readonly config: () => CallConfig;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Listens to sources without saving any of their sound. */
export class CallListening {
  readonly #live: LiveAnalysis;
  readonly #sources: AsyncDisposableStack;
  readonly #pumped: Promise<unknown>;

  private constructor(live: LiveAnalysis, sources: AsyncDisposableStack, pumped: Promise<unknown>) {
    this.#live = live;
    this.#sources = sources;
    this.#pumped = pumped;
  }

  /** @throws AppError the reason why a source cannot be opened */
  static async open(
    options: CallListeningOptions,
    inputs: readonly LiveInput[],
    onMetrics: (metrics: CallMetrics) => void,
  ): Promise<CallListening> {
    const { analysis, config, clock, logger } = options;
    await using opened = new AsyncDisposableStack();
    const parties: { role: Role; kind: LiveInput['source']['kind']; source: LiveSource }[] = [];
    for (const { role, source: ref } of inputs) {
      const source = opened.adopt(await options.sources.open(ref), (it) => it.close());
      parties.push({ role, kind: ref.kind, source });
    }
    const live = await analysis.openLive({
      inputs: parties.map(({ role, kind, source: { label, appliedSettings, sampleRateHz } }) => ({
        role,
        kind,
        device: label,
        appliedSettings,
        sampleRateHz,
      })),
      startedAt: clock.now().toISOString(),
      baseline: null,
      config: config(),
    });
    opened.defer(
      live.onEvent((event) => {
        if (event.type === 'metrics') onMetrics(event);
      }),
    );
    const pumps = parties.map(async ({ role, source }) => {
      for await (const item of source) {
        if (item.type === 'samples') live.push(role, item.channels[0]!);
        else if (item.type === 'gap') live.gap(role, item.sampleCount, item.reason);
      }
    });
    const pumped = Promise.all(pumps).catch((error: unknown) => {
      reportUnexpected(logger, 'A selected source can no longer be listened to', error);
    });
    return new CallListening(live, opened.move(), pumped);
  }

  async close(): Promise<void> {
    await this.#sources.disposeAsync();
    await this.#pumped;
    await this.#live.abort();
  }
}
