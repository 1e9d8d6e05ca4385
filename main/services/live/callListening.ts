import type { LiveInput } from '../../../contract/liveContract.ts';
import type { CallConfig } from '../../../core/config/callConfig.ts';
import type { CallMetrics } from '../../../core/model/callEvent.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { LiveSource } from '../../capture/liveSource.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import { reportUnexpected } from '../reportUnexpected.ts';

/** Sources that are heard and of which nothing is kept. */
export interface CallListening {
  close(): Promise<void>;
}

/** @throws AppError why a source cannot be opened */
export type OpenCallListening = (
  inputs: readonly LiveInput[],
  onMetrics: (metrics: CallMetrics) => void,
) => Promise<CallListening>;

export function createCallListening(options: {
  readonly analysis: Analysis;
  readonly open: (source: LiveInput['source']) => Promise<LiveSource>;
  readonly config: () => CallConfig;
  readonly clock: Clock;
  readonly logger: Logger;
}): OpenCallListening {
  const { analysis, open, config, clock, logger } = options;

  return async (inputs, onMetrics) => {
    const sources: LiveSource[] = [];
    const closeSources = () => Promise.all(sources.map((source) => source.close()));
    try {
      for (const { source } of inputs) sources.push(await open(source));
      const live = await analysis.openLive({
        inputs: inputs.map(({ role, source: { kind } }, i) => {
          const { label, appliedSettings, sampleRateHz } = sources[i]!;
          return { role, kind, device: label, appliedSettings, sampleRateHz };
        }),
        startedAt: clock.now().toISOString(),
        baseline: null,
        config: config(),
      });
      const unsubscribe = live.onEvent((event) => {
        if (event.type === 'metrics') onMetrics(event);
      });
      const pumps = inputs.map(async ({ role }, i) => {
        for await (const item of sources[i]!) {
          if (item.type === 'samples') live.push(role, item.channels[0]!);
          else if (item.type === 'gap') live.gap(role, item.sampleCount, item.reason);
        }
      });
      const pumped = Promise.all(pumps).catch((error: unknown) => {
        reportUnexpected(logger, 'A chosen source could not be listened to any more', error);
      });
      return {
        async close() {
          unsubscribe();
          await closeSources();
          await pumped;
          await live.abort();
        },
      };
    } catch (error) {
      await closeSources();
      throw error;
    }
  };
}
