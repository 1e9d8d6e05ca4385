import type { ImportProgress, ImportView } from '../../../contract/importContract.ts';
import type { AppErrorData } from '../../../core/model/appError.ts';
import type { ImportStore, StoredImport, WaitingItem } from '../../storage/importStore.ts';
import type { FolderWatch } from './folderWatch.ts';
import { ImportPace } from './importPace.ts';

const mostFailures = 100;

interface ItemUnderWay {
  readonly item: WaitingItem;
  readonly controller: AbortController;
  /** 0…1 */
  fraction: number;
}

/** One import of this run of the app: its stored part and its progress. */
export class RunningImport {
  readonly stored: StoredImport;
  readonly pace = new ImportPace();
  readonly #store: ImportStore;
  readonly #underWay = new Map<number, ItemUnderWay>();
  #paused: boolean;
  problem: AppErrorData | undefined;
  watch: FolderWatch | undefined;

  constructor(store: ImportStore, stored: StoredImport) {
    this.#store = store;
    this.stored = stored;
    this.#paused = stored.paused;
  }

  get paused(): boolean {
    return this.#paused;
  }

  setPaused(paused: boolean, problem?: AppErrorData): void {
    this.#paused = paused;
    this.problem = problem;
    this.#store.setPaused(this.stored.importId, paused);
    if (paused) this.requeue();
  }

  /** Returns the next file to import; undefined if there is none for now. */
  next(): WaitingItem | undefined {
    if (this.#paused) return undefined;
    return this.#store.next(this.stored.importId, new Set(this.#underWay.keys()));
  }

  begin(item: WaitingItem): ItemUnderWay {
    const underWay = { item, controller: new AbortController(), fraction: 0 };
    this.#underWay.set(item.itemId, underWay);
    return underWay;
  }

  end({ itemId }: WaitingItem): void {
    this.#underWay.delete(itemId);
  }

  /** Returns the files in progress to the waiting ones. */
  requeue(): void {
    for (const { controller } of this.#underWay.values()) controller.abort();
  }

  /**
   * @param isHeld true while a call is coached
   * @param jobs files in progress at a time
   */
  view(isHeld: boolean, jobs: number): ImportView {
    const { importId, request } = this.stored;
    const { waitingBytes, ...counts } = this.#store.counts(importId);
    const isWaiting = counts.total > counts.done + counts.duplicates + counts.failed;
    const state = !isWaiting ? 'done' : this.#paused ? 'paused' : isHeld ? 'held' : 'running';
    const underWay = [...this.#underWay.values()];
    const doneBytes = underWay.reduce((sum, { item, fraction }) => sum + fraction * item.sizeBytes, 0);
    const seconds = this.pace.secondsFor(waitingBytes - doneBytes);
    const progress: ImportProgress = {
      ...counts,
      remainingSeconds: state === 'running' && seconds !== null ? seconds / jobs : null,
      current: underWay.map(({ item }) => item.name),
      failures: counts.failed > 0 ? this.#store.failures(importId, mostFailures) : [],
    };
    return {
      importId,
      path: request.paths[0]!,
      watches: request.watches,
      // A watched folder stays paused even while nothing waits.
      state: state === 'done' && this.#paused && request.watches ? 'paused' : state,
      progress,
      problem: this.problem ?? null,
    };
  }
}
