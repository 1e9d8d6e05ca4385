import type { EnrolmentEvent, StoredBaseline } from '../../../contract/baselineContract.ts';
import type { LiveSource as LiveSourceRef } from '../../../contract/liveContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { Baseline } from '../../../core/model/baseline.ts';
import { gainFollowsVoice, joinedBaseline } from '../../../core/pipeline/joinedBaseline.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Clock } from '../../clock.ts';
import type { BaselineStore } from '../../storage/baselineStore.ts';
import { EventFan } from '../eventFan.ts';
import type { LiveSources } from '../streams/liveSources.ts';
import { enrol } from './enrolment.ts';

interface BaselineServiceOptions {
  readonly store: BaselineStore;
  readonly analysis: Analysis;
  readonly sources: LiveSources;
  readonly isInCall: () => boolean;
  readonly clock: Clock;
}

/** The agent's voice baselines: one for each capture device. */
export class BaselineService {
  readonly #options: BaselineServiceOptions;
  readonly #fan = new EventFan<StoredBaseline[]>({ isLatest: () => true });

  constructor(options: BaselineServiceOptions) {
    this.#options = options;
  }

  /** Yields the baselines now and after every change. */
  watch(signal?: AbortSignal): AsyncGenerator<StoredBaseline[], void> {
    return this.#fan.watch([this.#options.store.list()], signal);
  }

  /**
   * Records somebody who reads the passage. Ends with its watcher.
   * @throws AppError `session-running`, why the source cannot be opened; while iterating, `not-enough-speech`,
   *   `device-failed`
   */
  async enrol(
    source: LiveSourceRef,
    seconds: number,
    signal?: AbortSignal,
  ): Promise<AsyncGenerator<EnrolmentEvent, void>> {
    const { analysis, sources, isInCall } = this.#options;
    if (isInCall()) throw new AppError('session-running', 'A call is being coached. End it, then read aloud.');
    return enrol({ source: await sources.open(source), analysis, seconds, signal });
  }

  /** @throws AppError `bad-baseline` for enrolments without a device or from different devices */
  save(normal: Baseline, soft: Baseline | null): StoredBaseline {
    const { store, clock } = this.#options;
    const { device } = normal;
    if (device === null || (soft && soft.device !== device)) {
      throw new AppError('bad-baseline', 'The two readings are not of one microphone. Read both again.');
    }
    const agc = normal.agc ?? (soft && gainFollowsVoice(normal, soft) ? false : null);
    const measuredAt = clock.now().toISOString();
    const stored = { device, measuredAt, baseline: { ...joinedBaseline(normal, soft), agc } };
    store.put(stored);
    this.#fan.publish(store.list());
    return stored;
  }

  remove(device: string): void {
    const { store } = this.#options;
    store.remove(device);
    this.#fan.publish(store.list());
  }
}
