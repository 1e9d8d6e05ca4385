import { stat } from 'node:fs/promises';
import type { ImportRequest, ImportView } from '../../../contract/importContract.ts';
import { AppError, toAppErrorData } from '../../../core/model/appError.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import { isDiskFull } from '../../storage/diskReserve.ts';
import { ifThere } from '../../storage/ifThere.ts';
import type { ImportStore, StoredImport, WaitingItem } from '../../storage/importStore.ts';
import type { RecordingImporter } from '../calls/recordingImporter.ts';
import { EventFan } from '../eventFan.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import { findRecordings, foldersLike, wholePath } from './findRecordings.ts';
import { FolderWatch } from './folderWatch.ts';
import { RunningImport } from './runningImport.ts';

/** Recordings under way at a time; a thread that is free measures the second party of one. */
const jobs = 1;
const tickSeconds = 0.5;
const maxImports = 100;
const diskFull = {
  code: 'disk-full',
  message: 'The disk is full. Free some space, then go on with the import.',
} as const;

/**
 * Takes recordings from the host's own disk into the library, each exactly once: a file is marked as done in the same
 * transaction that completes its call, and what was broken off is begun anew at the next start. Waits while a call is coached.
 */
export interface ImportService {
  /** @throws AppError `file-not-found`, `no-read-permission`, `too-many` */
  start(request: ImportRequest): Promise<{ importId: string }>;
  /** Every import now and after every change; a slow watcher gets the latest only. */
  watch(signal?: AbortSignal): AsyncGenerator<ImportView[], void>;
  /** One that is over, or not known, is no error; so with the next two. */
  pause(importId: string): void;
  resume(importId: string): void;
  /** What was imported stays. */
  remove(importId: string): Promise<void>;
  /** Removes every import that goes under an agent's name. */
  removeOfAgent(agent: string): Promise<void>;
  /** Folders whose paths begin like this. */
  folders(path: string): Promise<string[]>;
  close(): Promise<void>;
}

export function createImportService(options: {
  readonly store: ImportStore;
  readonly keeper: RecordingImporter;
  readonly isInCall: () => boolean;
  /** Name of this run of the app, and whether another one still goes on: its imports are its own. */
  readonly run: string;
  readonly isAlive: (run: string) => boolean;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly logger: Logger;
}): ImportService {
  const { store, keeper, isInCall, run, isAlive, clock, createId, logger } = options;
  const imports = new Map<string, RunningImport>();
  const underWay = new Set<Promise<void>>();
  const fan = new EventFan<ImportView[]>({ isLatest: () => true });
  let isClosed = false;
  let hasNews = false;
  let stopTicking: (() => void) | undefined;

  for (const stored of store.list()) {
    if (stored.run !== run && isAlive(stored.run)) continue;
    store.setRun(stored.importId, run);
    takeUp(stored);
  }
  wake();

  function takeUp(stored: StoredImport): void {
    const { importId, request } = stored;
    const running = new RunningImport(store, stored);
    imports.set(importId, running);
    if (!request.watches) return;
    running.watch = new FolderWatch({
      paths: request.paths,
      knows: () => store.knows(importId),
      onFound(files) {
        if (files.length === 0 || running.paused || imports.get(importId) !== running) return;
        store.addItems(importId, files);
        tellSoon();
        wake();
      },
      onProblem(problem) {
        if (running.paused || problem?.message === running.problem?.message) return;
        running.problem = problem;
        tellSoon();
      },
      clock,
      logger,
    });
  }

  function views(): ImportView[] {
    const isHeld = isInCall();
    return [...imports.values()].map((running) => running.view(isHeld, jobs));
  }

  /** Watchers hear of it at the next tick: a hundred known recordings may be found in a second. */
  function tellSoon(): void {
    hasNews = true;
    if (!isClosed) stopTicking ??= clock.every(tickSeconds, tick);
  }

  function tick(): void {
    if (isInCall()) for (const running of imports.values()) running.breakOff();
    else wake();
    if (hasNews || underWay.size > 0) fan.publish(views());
    hasNews = false;
    if (underWay.size > 0 || nextItem()) return;
    stopTicking?.();
    stopTicking = undefined;
  }

  /** Of the oldest import that has any. */
  function nextItem() {
    for (const running of imports.values()) {
      const item = running.next();
      if (item) return { running, item };
    }
    return undefined;
  }

  /** Begins as many recordings as may be under way. */
  function wake(): void {
    while (!isClosed && underWay.size < jobs) {
      const next = nextItem();
      if (!next) return;
      tellSoon();
      if (isInCall()) return;
      const work: Promise<void> = importItem(next.running, next.item).finally(() => {
        next.running.end(next.item);
        underWay.delete(work);
        tellSoon();
        wake();
      });
      underWay.add(work);
    }
  }

  async function importItem(running: RunningImport, item: WaitingItem): Promise<void> {
    const { importId, request } = running.stored;
    const state = running.begin(item);
    const { signal } = state.controller;
    const startedAt = clock.monotonicSeconds();
    try {
      const { wasKnown } = await keeper.keep(
        {
          path: item.path,
          title: item.name,
          roles: request.roles,
          baseline: request.baseline,
          agent: request.agent,
          tags: request.tags,
          startedAt: (await ifThere(stat(item.path)))?.mtime,
        },
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
      else running.pace.add(item.sizeBytes, clock.monotonicSeconds() - startedAt);
    } catch (error) {
      if (signal.aborted) return;
      if (isDiskFull(error)) {
        running.setPaused(true, diskFull);
        return;
      }
      reportUnexpected(logger, 'A recording could not be imported', error);
      store.fail(importId, item, toAppErrorData(error));
    }
  }

  function setPaused(importId: string, paused: boolean): void {
    imports.get(importId)?.setPaused(paused);
    fan.publish(views());
    wake();
  }

  async function remove(importId: string): Promise<void> {
    const running = imports.get(importId);
    if (!running) return;
    imports.delete(importId);
    running.breakOff();
    await Promise.all([running.watch?.close(), ...underWay]);
    store.remove(importId);
    fan.publish(views());
  }

  return {
    async start(asked) {
      if (imports.size >= maxImports) {
        throw new AppError('too-many', 'Too many imports are listed. Take some that are done off the list.');
      }
      const request = { ...asked, paths: asked.paths.map(wholePath) };
      const files = await findRecordings(request.paths);
      if (files.length === 0 && !request.watches) {
        throw new AppError('file-not-found', `There is no recording in ${request.paths[0]}. Choose another folder.`);
      }
      const importId = createId();
      // A watched folder's files are taken once they are seen not to grow.
      store.add(importId, request, request.watches ? [] : files, run);
      takeUp({ importId, request, paused: false, run });
      fan.publish(views());
      wake();
      return { importId };
    },
    watch: (signal) => fan.watch([views()], signal),
    pause: (importId) => setPaused(importId, true),
    resume: (importId) => setPaused(importId, false),
    remove,
    async removeOfAgent(agent) {
      for (const { stored } of [...imports.values()]) {
        if (stored.request.agent === agent) await remove(stored.importId);
      }
    },
    folders: foldersLike,
    async close() {
      isClosed = true;
      stopTicking?.();
      for (const running of imports.values()) running.breakOff();
      await Promise.all([...imports.values()].map(({ watch }) => watch?.close()));
      await Promise.all(underWay);
      fan.end();
    },
  };
}
