import { AppError } from '../../core/model/appError.ts';
import { AsyncQueue } from '../asyncQueue.ts';

export interface EventFanOptions<T> {
  /** True for an event that replaces any earlier such event a watcher has not read yet. */
  readonly isLatest: (event: T) => boolean;
  /** Events a watcher may leave unread before it is dropped. */
  readonly maxUnread?: number;
  /** Watchers at a time; with one more, the oldest is dropped. */
  readonly maxWatchers?: number;
}

interface Watcher<T> {
  readonly queue: AsyncQueue<T>;
  unreadLatest: T | undefined;
}

/**
 * Passes every event to any number of watchers, each at its own speed. `latest` events coalesce for a slow watcher;
 * none of the others is lost: a watcher that leaves too many unread is dropped with an error, and delays nobody else.
 */
export class EventFan<T> {
  readonly #isLatest: (event: T) => boolean;
  readonly #maxUnread: number;
  readonly #maxWatchers: number;
  readonly #watchers = new Set<Watcher<T>>();
  #ended = false;

  constructor(options: EventFanOptions<T>) {
    this.#isLatest = options.isLatest;
    this.#maxUnread = options.maxUnread ?? 1_000;
    this.#maxWatchers = options.maxWatchers ?? 16;
  }

  publish(event: T): void {
    for (const watcher of this.#watchers) this.#deliver(watcher, event);
  }

  /** Ends the events: watchers finish with what they have. */
  end(): void {
    this.#ended = true;
    for (const watcher of this.#watchers) watcher.queue.end();
  }

  /**
   * @param replay events that the watcher gets first
   * @param signal ends the watching
   * @throws AppError `cancelled`, while iterating, if the watcher fell too far behind
   */
  watch(replay: readonly T[], signal?: AbortSignal): AsyncGenerator<T, void> {
    const watcher: Watcher<T> = { queue: new AsyncQueue(), unreadLatest: undefined };
    for (const event of replay) watcher.queue.push(event);
    if (this.#ended || signal?.aborted) watcher.queue.end();
    if (this.#watchers.size >= this.#maxWatchers) this.#letGoOfOldest();
    // Registered now, not at the first read, so that nothing published in between is missed.
    this.#watchers.add(watcher);
    const leave = () => {
      signal?.removeEventListener('abort', leave);
      this.#watchers.delete(watcher);
      watcher.queue.end();
    };
    signal?.addEventListener('abort', leave);
    return this.#read(watcher, leave);
  }

  async *#read(watcher: Watcher<T>, leave: () => void): AsyncGenerator<T, void> {
    try {
      for await (const event of watcher.queue) {
        if (event === watcher.unreadLatest) watcher.unreadLatest = undefined;
        yield event;
      }
    } finally {
      leave();
    }
  }

  #deliver(watcher: Watcher<T>, event: T): void {
    const { queue } = watcher;
    if (this.#isLatest(event)) {
      if (watcher.unreadLatest !== undefined) queue.remove(watcher.unreadLatest);
      watcher.unreadLatest = event;
    } else if (queue.size >= this.#maxUnread) {
      this.#watchers.delete(watcher);
      queue.fail(new AppError('too-slow', 'This screen fell too far behind. Reload it to catch up.'));
      return;
    }
    queue.push(event);
  }

  #letGoOfOldest(): void {
    const [oldest] = this.#watchers;
    if (!oldest) return;
    this.#watchers.delete(oldest);
    oldest.queue.end();
  }
}
