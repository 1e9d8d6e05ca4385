import { stat } from 'node:fs/promises';
import { toAppErrorData } from '../../../core/model/appError.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import { isDiskFull } from '../../storage/diskReserve.ts';
import { ifThere } from '../../storage/ifThere.ts';
import type { ImportStore, WaitingItem } from '../../storage/importStore.ts';
import type { RecordingImporter } from '../calls/recordingImporter.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import type { RunningImport } from './runningImport.ts';

/** Recordings in progress at a time; a free thread measures the second party of one. */
export const importJobs = 1;
const diskFull = {
  code: 'disk-full',
  message: 'The disk is full. Free some space, then go on with the import.',
} as const;

export interface ImportWorkOptions {
  readonly store: ImportStore;
  readonly importer: RecordingImporter;
  readonly isInCall: () => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Works through the files of the imports, oldest import first. Waits while a call is coached. */
export class ImportWork {
  readonly #options: ImportWorkOptions;
  readonly #imports: ReadonlyMap<string, RunningImport>;
  readonly #onChange: () => void;
  readonly #underWay = new Set<Promise<void>>();
  #isClosed = false;

  /** @param onChange called when a file begins, waits for a call to end, or is over */
  constructor(options: ImportWorkOptions, imports: ReadonlyMap<string, RunningImport>, onChange: () => void) {
    this.#options = options;
    this.#imports = imports;
    this.#onChange = onChange;
  }

  get isUnderWay(): boolean {
    return this.#underWay.size > 0;
  }

  get hasMore(): boolean {
    return this.isUnderWay || this.#next() !== undefined;
  }

  /** Begins as many files as may be in progress. */
  wake(): void {
    while (!this.#isClosed && this.#underWay.size < importJobs) {
      const next = this.#next();
      if (!next) return;
      this.#onChange();
      if (this.#options.isInCall()) return;
      const work: Promise<void> = this.#import(next.running, next.item).finally(() => {
        next.running.end(next.item);
        this.#underWay.delete(work);
        this.#onChange();
        this.wake();
      });
      this.#underWay.add(work);
    }
  }

  /** Resolves once the files that are in progress now are over. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  /** Returns the files in progress to the waiting ones. */
  requeue(): void {
    for (const running of this.#imports.values()) running.requeue();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.requeue();
    await this.settled();
  }

  #next() {
    for (const running of this.#imports.values()) {
      const item = running.next();
      if (item) return { running, item };
    }
    return undefined;
  }

  async #import(running: RunningImport, item: WaitingItem): Promise<void> {
    const { store, importer, clock, logger } = this.#options;
    const { importId, request } = running.stored;
    const { roles, baseline, agent, tags } = request;
    const state = running.begin(item);
    const { signal } = state.controller;
    const beganAt = clock.monotonicSeconds();
    try {
      const startedAt = (await ifThere(stat(item.path)))?.mtime;
      const { wasKnown } = await importer.import(
        { path: item.path, title: item.name, roles, baseline, agent, tags, startedAt },
        {
          onlyNew: true,
          signal,
          onProgress(fraction) {
            state.fraction = fraction;
          },
          alongside: () => store.settle(item.itemId, 'done'),
        },
      );
      if (wasKnown) store.settle(item.itemId, 'duplicate');
      else running.pace.add(item.sizeBytes, clock.monotonicSeconds() - beganAt);
    } catch (error) {
      if (signal.aborted) return;
      if (isDiskFull(error)) return running.setPaused(true, diskFull);
      reportUnexpected(logger, 'A recording could not be imported', error);
      store.fail(importId, item, toAppErrorData(error));
    }
  }
}
