import { type FSWatcher, watch } from 'node:fs';
import type { AppErrorData } from '../../../core/model/appError.ts';
import { toAppErrorData } from '../../../core/model/appError.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import type { FoundRecording } from '../../storage/importStore.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import { findRecordings } from './findRecordings.ts';

const tickSeconds = 1;
/** A file that has not changed for this long is complete. */
const stableSeconds = 2;
/** Needed because not every file system reports changes. */
const rescanSeconds = 30;

interface FolderWatchOptions {
  readonly paths: readonly string[];
  /** Returns a test for files that need no further look; called again for every round. */
  readonly knows: () => (file: FoundRecording) => boolean;
  readonly onFound: (files: readonly FoundRecording[]) => void;
  /** Called with the reason why the folders cannot be read; undefined once they can. */
  readonly onProblem: (problem: AppErrorData | undefined) => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Finds files that are added to folders, once each file is complete. */
export class FolderWatch {
  readonly #options: FolderWatchOptions;
  readonly #stop: () => void;
  #watchers: FSWatcher[] = [];
  #growing = new Map<string, { readonly file: FoundRecording; readonly since: number }>();
  #changed = true;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #look: Promise<void> | undefined;

  constructor(options: FolderWatchOptions) {
    this.#options = options;
    this.#stop = options.clock.every(tickSeconds, () => this.#tick());
    this.#tick();
  }

  async close(): Promise<void> {
    this.#stop();
    this.#unlisten();
    await this.#look;
    this.#unlisten();
  }

  #tick(): void {
    const isDue = this.#options.clock.monotonicSeconds() - this.#lookedAt >= rescanSeconds;
    if (this.#look || !(isDue || this.#changed || this.#growing.size > 0)) return;
    this.#look = this.#lookAround().finally(() => {
      this.#look = undefined;
    });
  }

  async #lookAround(): Promise<void> {
    const { paths, knows, onFound, onProblem, clock, logger } = this.#options;
    this.#changed = false;
    this.#lookedAt = clock.monotonicSeconds();
    try {
      if (this.#watchers.length === 0) this.#listen();
      const found = await findRecordings(paths);
      const isKnown = knows();
      onProblem(undefined);
      onFound(this.#whole(found.filter((file) => !isKnown(file))));
    } catch (error) {
      this.#unlisten();
      reportUnexpected(logger, 'A watched folder could not be looked into', error);
      onProblem(toAppErrorData(error));
    }
  }

  /** Returns the files that have stopped growing; the others are remembered for the next look. */
  #whole(files: readonly FoundRecording[]): FoundRecording[] {
    const now = this.#options.clock.monotonicSeconds();
    const before = this.#growing;
    const seen = files.map((file) => {
      const last = before.get(file.path);
      const isSame = last?.file.sizeBytes === file.sizeBytes && last.file.writtenAtMs === file.writtenAtMs;
      return { file, since: isSame ? last.since : now };
    });
    const isWhole = ({ since }: { since: number }) => now - since >= stableSeconds;
    this.#growing = new Map(seen.filter((entry) => !isWhole(entry)).map((entry) => [entry.file.path, entry]));
    return seen.filter(isWhole).map(({ file }) => file);
  }

  #listen(): void {
    try {
      this.#watchers = this.#options.paths.map((path) => {
        const watcher = watch(path, { recursive: true, persistent: false }, () => {
          this.#changed = true;
        });
        return watcher.on('error', () => this.#unlisten());
      });
    } catch {
      // If the system cannot watch, rescanning has to do.
      this.#unlisten();
    }
  }

  #unlisten(): void {
    for (const watcher of this.#watchers) watcher.close();
    this.#watchers = [];
  }
}
