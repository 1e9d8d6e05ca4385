import type { ImportRequest, ImportView } from '../../../contract/importContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import type { StoredImport } from '../../storage/importStore.ts';
import { EventFan } from '../eventFan.ts';
import { findRecordings, foldersLike, wholePath } from './findRecordings.ts';
import { FolderWatch } from './folderWatch.ts';
import { ImportWork, type ImportWorkOptions, importJobs } from './importWork.ts';
import { RunningImport } from './runningImport.ts';

const tickSeconds = 0.5;
const maxImports = 100;

interface ImportServiceOptions extends ImportWorkOptions {
  /** The name of this run of the app. */
  readonly run: string;
  /** True for a run that is still active: its imports belong to it. */
  readonly isAlive: (run: string) => boolean;
  readonly createId: () => string;
}

/**
 * Imports recordings from the host's own disk into the library, each exactly once: a file is marked as done in the
 * transaction that completes its call, and an interrupted file starts again at the next start.
 */
export class ImportService {
  readonly #options: ImportServiceOptions;
  readonly #imports = new Map<string, RunningImport>();
  readonly #work: ImportWork;
  readonly #fan = new EventFan<ImportView[]>({ isLatest: () => true });
  #isClosed = false;
  #hasNews = false;
  #stopTicking: (() => void) | undefined;

  constructor(options: ImportServiceOptions) {
    const { store, run, isAlive } = options;
    this.#options = options;
    this.#work = new ImportWork(options, this.#imports, () => this.#publishSoon());
    for (const stored of store.list()) {
      if (stored.run !== run && isAlive(stored.run)) continue;
      store.setRun(stored.importId, run);
      this.#add(stored);
    }
    this.#work.wake();
  }

  /** @throws AppError `file-not-found`, `no-read-permission`, `too-many` */
  async start(asked: ImportRequest): Promise<{ importId: string }> {
    const { store, run, createId } = this.#options;
    if (this.#imports.size >= maxImports) {
      throw new AppError('too-many', 'Too many imports are listed. Take some that are done off the list.');
    }
    const request = { ...asked, paths: asked.paths.map(wholePath) };
    const files = await findRecordings(request.paths);
    if (files.length === 0 && !request.watches) {
      throw new AppError('file-not-found', `There is no recording in ${request.paths[0]}. Choose another folder.`);
    }
    const importId = createId();
    // A file in a watched folder is imported once it has stopped growing.
    store.add(importId, request, request.watches ? [] : files, run);
    this.#add({ importId, request, paused: false, run });
    this.#publish();
    this.#work.wake();
    return { importId };
  }

  /** Yields every import now and after every change; a slow watcher gets only the latest. */
  watch(signal?: AbortSignal): AsyncGenerator<ImportView[], void> {
    return this.#fan.watch([this.#views()], signal);
  }

  /** Does nothing if the import is over or unknown, like `resume` and `remove`. */
  pause(importId: string): void {
    this.#setPaused(importId, true);
  }

  resume(importId: string): void {
    this.#setPaused(importId, false);
  }

  /** Removes an import. Imported calls stay. */
  async remove(importId: string): Promise<void> {
    const running = this.#imports.get(importId);
    if (!running) return;
    this.#imports.delete(importId);
    running.requeue();
    await Promise.all([running.watch?.close(), this.#work.settled()]);
    this.#options.store.remove(importId);
    this.#publish();
  }

  /** Removes every import for an agent of this name. */
  async removeOfAgent(agent: string): Promise<void> {
    for (const { stored } of [...this.#imports.values()]) {
      if (stored.request.agent === agent) await this.remove(stored.importId);
    }
  }

  /** Returns folders whose paths begin with this text. */
  folders(path: string): Promise<string[]> {
    return foldersLike(path);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#stopTicking?.();
    await Promise.all([this.#work.close(), ...[...this.#imports.values()].map(({ watch }) => watch?.close())]);
    this.#fan.end();
  }

  #add(stored: StoredImport): void {
    const { store, clock, logger } = this.#options;
    const { importId, request } = stored;
    const running = new RunningImport(store, stored);
    this.#imports.set(importId, running);
    if (!request.watches) return;
    running.watch = new FolderWatch({
      paths: request.paths,
      knows: () => store.knows(importId),
      onFound: (files) => {
        if (files.length === 0 || running.paused || this.#imports.get(importId) !== running) return;
        store.addItems(importId, files);
        this.#publishSoon();
        this.#work.wake();
      },
      onProblem: (problem) => {
        if (running.paused || problem?.message === running.problem?.message) return;
        running.problem = problem;
        this.#publishSoon();
      },
      clock,
      logger,
    });
  }

  #setPaused(importId: string, paused: boolean): void {
    this.#imports.get(importId)?.setPaused(paused);
    this.#publish();
    this.#work.wake();
  }

  #views(): ImportView[] {
    const isHeld = this.#options.isInCall();
    return [...this.#imports.values()].map((running) => running.view(isHeld, importJobs));
  }

  #publish(): void {
    this.#fan.publish(this.#views());
  }

  /** Notifies watchers at the next tick: in one second, a hundred known recordings may be found. */
  #publishSoon(): void {
    this.#hasNews = true;
    if (!this.#isClosed) this.#stopTicking ??= this.#options.clock.every(tickSeconds, () => this.#tick());
  }

  #tick(): void {
    if (this.#options.isInCall()) this.#work.requeue();
    else this.#work.wake();
    if (this.#hasNews || this.#work.isUnderWay) this.#publish();
    this.#hasNews = false;
    if (this.#work.hasMore) return;
    this.#stopTicking?.();
    this.#stopTicking = undefined;
  }
}
