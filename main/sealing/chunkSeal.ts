import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Plaintext bytes sealed at a time: what a reader must hold before it may trust any of it. */
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const PREFIX_BYTES = 7;
export const KEY_BYTES = 32;

/** What was sealed is not what is there: changed, cut short, in another order, or sealed under another key or context. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * Seals a stream with AES-256-GCM, chunk by chunk, so that neither end holds it whole. Every chunk has its number and
 * whether it is the last in its nonce: none can be left out, moved or repeated, and the end cannot be cut off.
 * Construction: STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015), as in age.
 *
 * @param key 32 bytes; `context` is authenticated with every chunk and not written
 * @returns 7 random bytes, then chunks of 64 KiB and a tag of 16 bytes each; the last one may be shorter or empty
 */
export async function* sealChunks(
  key: Uint8Array,
  context: Uint8Array,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const prefix = randomBytes(PREFIX_BYTES);
  yield prefix;
  for await (const { bytes, index, isLast } of regrouped(plain, CHUNK_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, index, isLast));
    cipher.setAAD(context);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/**
 * Opens what `sealChunks` made. A chunk is yielded only when it was proved; the end, too, is proved before this returns.
 * @throws {SealBroken}
 */
export async function* openChunks(
  key: Uint8Array,
  context: Uint8Array,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteQueue(sealed);
  const prefix = await bytes.take(PREFIX_BYTES);
  if (prefix.length < PREFIX_BYTES) throw new SealBroken('it ends before its first chunk');
  for await (const { bytes: chunk, index, isLast } of regrouped(bytes.rest(), CHUNK_BYTES + TAG_BYTES)) {
    if (chunk.length < TAG_BYTES) throw new SealBroken('it ends within a chunk');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(prefix, index, isLast));
    decipher.setAAD(context);
    decipher.setAuthTag(chunk.subarray(chunk.length - TAG_BYTES));
    const plain = decipher.update(chunk.subarray(0, chunk.length - TAG_BYTES));
    try {
      decipher.final();
    } catch (cause) {
      throw new SealBroken(`chunk ${index} is not what was sealed`, { cause });
    }
    yield plain;
  }
}

function nonce(prefix: Uint8Array, index: number, isLast: boolean): Uint8Array {
  const bytes = Buffer.alloc(12);
  bytes.set(prefix);
  bytes.writeUInt32BE(index, PREFIX_BYTES);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}

/** The same bytes in groups of one size; the last may be shorter, and is there even when there are no bytes at all. */
async function* regrouped(source: AsyncIterable<Uint8Array>, size: number) {
  const bytes = new ByteQueue(source);
  let group = await bytes.take(size);
  for (let index = 0; ; index++) {
    const following = await bytes.take(size);
    const isLast = following.length === 0;
    yield { bytes: group, index, isLast };
    if (isLast) return;
    group = following;
  }
}

/** Bytes of a stream, taken in other portions than they come in. */
export class ByteQueue {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Fewer than asked for only at the end of the stream. */
  async take(count: number): Promise<Buffer> {
    const parts = [this.#held];
    let length = this.#held.length;
    while (length < count) {
      const next = await this.#source.next();
      if (next.done) break;
      parts.push(Buffer.from(next.value));
      length += next.value.length;
    }
    const all = parts.length === 1 ? this.#held : Buffer.concat(parts);
    this.#held = all.subarray(count);
    return all.subarray(0, count);
  }

  async *rest(): AsyncGenerator<Uint8Array> {
    yield this.#held;
    this.#held = Buffer.alloc(0);
    for (let next = await this.#source.next(); !next.done; next = await this.#source.next()) yield next.value;
  }
}
