/** Bytes of a known size that can be read at any position: an open file, or an array in a test. */
export interface ByteStore {
  readonly size: number;
  /** Fills `into` from `position` on; returns the bytes read: fewer than asked for if necessary, 0 only at the end. */
  read(into: Uint8Array, position: number): Promise<number>;
  close(): Promise<void>;
}

/** Reads a store from start to end through one buffer, so that memory does not grow with the file. */
export class ByteReader {
  readonly #store: ByteStore;
  readonly #readBytes: number;
  #buffer = new Uint8Array(0);
  #bufferStart = 0;
  #bufferLength = 0;
  #position = 0;
  #size: number;

  /** @param readBytes bytes requested from the store at a time; it never changes what is read */
  constructor(store: ByteStore, readBytes = 65_536) {
    if (!Number.isInteger(readBytes) || readBytes < 1) throw new RangeError('readBytes must be a positive integer');
    this.#store = store;
    this.#readBytes = readBytes;
    this.#size = store.size;
  }

  /** Bytes in the store; corrected if it turns out to be shorter than it claimed. */
  get size(): number {
    return this.#size;
  }

  get position(): number {
    return this.#position;
  }

  get remaining(): number {
    return Math.max(0, this.#size - this.#position);
  }

  seek(position: number): void {
    this.#position = position;
  }

  skip(byteCount: number): void {
    this.#position += byteCount;
  }

  /**
   * Returns the next `byteCount` bytes without advancing; fewer only at the end. The result is a view, valid until the
   * next call.
   */
  async peek(byteCount: number): Promise<Uint8Array<ArrayBuffer>> {
    if (!this.#holds(byteCount)) await this.#fill(byteCount);
    const from = this.#position - this.#bufferStart;
    return this.#buffer.subarray(from, Math.max(from, Math.min(from + byteCount, this.#bufferLength)));
  }

  /** Like `peek`, and advances past what it returned. */
  async take(byteCount: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.peek(byteCount);
    this.#position += bytes.length;
    return bytes;
  }

  #holds(byteCount: number): boolean {
    const end = Math.min(this.#position + byteCount, this.#size);
    return this.#position >= this.#bufferStart && end <= this.#bufferStart + this.#bufferLength;
  }

  async #fill(byteCount: number): Promise<void> {
    this.#dropPassedBytes();
    const capacity = Math.max(byteCount, this.#readBytes);
    if (this.#buffer.length < capacity) {
      const grown = new Uint8Array(capacity);
      grown.set(this.#buffer.subarray(0, this.#bufferLength));
      this.#buffer = grown;
    }
    while (this.#bufferLength < byteCount) {
      const end = this.#bufferStart + this.#bufferLength;
      const free = this.#buffer.subarray(this.#bufferLength, this.#bufferLength + this.#readBytes);
      const read = end < this.#size ? await this.#store.read(free, end) : 0;
      if (read === 0) {
        this.#size = Math.min(this.#size, end);
        return;
      }
      this.#bufferLength += read;
    }
  }

  #dropPassedBytes(): void {
    const passed = this.#position - this.#bufferStart;
    if (passed >= 0 && passed <= this.#bufferLength) {
      this.#buffer.copyWithin(0, passed, this.#bufferLength);
      this.#bufferLength -= passed;
    } else {
      this.#bufferLength = 0;
    }
    this.#bufferStart = this.#position;
  }
}
