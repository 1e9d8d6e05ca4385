import type { ReadingEvent, StoredBaseline } from '../../../contract/baselineContract.ts';
import type { LiveSource as LiveSourceRef } from '../../../contract/liveContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import { gainFollowsVoice, joinedBaseline } from '../../../core/pipeline/joinedBaseline.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { LiveSource } from '../../capture/liveSource.ts';
import type { Clock } from '../../clock.ts';
import type { BaselineStore } from '../../storage/baselineStore.ts';
import { EventFan } from '../eventFan.ts';
import { readAloud } from './enrolment.ts';

/** The agent's own voice, measured once for each device. */
export interface BaselineService {
  /** The baselines now and after every change. */
  watch(signal?: AbortSignal): AsyncGenerator<StoredBaseline[], void>;
  /**
   * Listens to a reading. Ends with its watcher.
   * @throws AppError `session-running`, why the source cannot be opened; while iterating, `not-enough-speech`, `device-failed`
   */
  read(source: LiveSourceRef, seconds: number, signal?: AbortSignal): Promise<AsyncGenerator<ReadingEvent, void>>;
  /** @throws AppError `bad-baseline` for readings that are of no device, or not of the same one */
  save(normal: Baseline, soft: Baseline | null): StoredBaseline;
  remove(device: string): void;
}

export function createBaselineService(options: {
  readonly store: BaselineStore;
  readonly analysis: Analysis;
  readonly open: (source: LiveSourceRef) => Promise<LiveSource>;
  readonly isInCall: () => boolean;
  readonly clock: Clock;
}): BaselineService {
  const { store, analysis, open, isInCall, clock } = options;
  const fan = new EventFan<StoredBaseline[]>({ isLatest: () => true });

  return {
    watch: (signal) => fan.watch([store.list()], signal),
    async read(ref, seconds, signal) {
      if (isInCall()) throw new AppError('session-running', 'A call is being coached. End it, then read aloud.');
      const source = await open(ref);
      return readAloud({ source, analysis, seconds, signal });
    },
    save(normal, soft) {
      const { device } = normal;
      if (device === null || (soft && soft.device !== device)) {
        throw new AppError('bad-baseline', 'The two readings are not of one microphone. Read both again.');
      }
      const agc = normal.agc ?? (soft && gainFollowsVoice(normal, soft) ? false : null);
      const measuredAt = clock.now().toISOString();
      const stored = { device, measuredAt, baseline: { ...joinedBaseline(normal, soft), agc } };
      store.put(stored);
      fan.publish(store.list());
      return stored;
    },
    remove(device) {
      store.remove(device);
      fan.publish(store.list());
    },
  };
}
