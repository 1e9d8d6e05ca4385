import PQueue from 'p-queue';

/** Runs tasks that share a key one after another, and tasks with different keys concurrently. */
export class KeyedQueue {
  readonly #queues = new Map<string, PQueue>();

  /** Settles as the task does; a task that fails does not stop the next. */
  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(key) ?? new PQueue({ concurrency: 1 });
    this.#queues.set(key, queue);
    try {
      return await queue.add(task);
    } finally {
      if (queue.size + queue.pending === 0) this.#queues.delete(key);
    }
  }
}
