/**
 * A queue between a producer that cannot wait and one reader that can. It is unbounded: the producer watches `size`.
 */
export class AsyncQueue<T> implements AsyncIterable<T> {
  #items: T[] = [];
  #finished = false;
  #failure: { readonly error: unknown } | undefined;
  #wake: (() => void) | undefined;

  get size(): number {
    return this.#items.length;
  }

  push(item: T): void {
    if (this.#finished) return;
    this.#items.push(item);
    this.#wake?.();
  }

  /** Removes an item that has not been read. */
  remove(item: T): void {
    const index = this.#items.indexOf(item);
    if (index >= 0) this.#items.splice(index, 1);
  }

  /** Ends the queue; the reader still gets what is queued. */
  end(): void {
    this.#finished = true;
    this.#wake?.();
  }

  /** Makes the reader get this error instead of what is queued. */
  fail(error: unknown): void {
    if (this.#finished) return;
    this.#items = [];
    this.#failure = { error };
    this.end();
  }

  /** Reading ends with the queue, or when the reader stops; later items are dropped. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    try {
      while (true) {
        while (this.#items.length > 0) yield this.#items.shift()!;
        if (this.#failure) throw this.#failure.error;
        if (this.#finished) return;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      this.#finished = true;
      this.#items = [];
    }
  }
}
