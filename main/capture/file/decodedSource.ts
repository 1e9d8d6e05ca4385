import { AppError } from '../../../core/model/appError.ts';
import type { AudioSource, CaptureItem } from '../audioSource.ts';
import { type AudioTrack, StreamDamage } from './audioTrack.ts';
import { ByteReader, type ByteStore } from './byteReader.ts';
import { cutIntoChunks } from './chunking.ts';
import { checkFormat, emptyAudio } from './fileRefusal.ts';
import { openTrack } from './openTrack.ts';

/** A recording. Iterate once; every array that it yields belongs to the consumer. */
export interface FileSource extends AudioSource {
  /** The usual names of the formats, such as "RF64" and "IMA ADPCM". */
  readonly container: string;
  readonly codec: string;
}

export interface DecodedSourceOptions {
  /** Ends opening and iterating with an `AppError` of code `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** Bytes requested from the store at a time; it never changes what is yielded. */
  readonly readBytes?: number | undefined;
}

/** Long chunks reduce the cost of the model and of messages between threads. */
const CHUNK_SECONDS = 1;

type Chunk = readonly Float32Array[];
type Chunks = AsyncGenerator<Chunk, undefined>;

interface OpenedTrack {
  readonly store: ByteStore;
  readonly reader: ByteReader;
  readonly track: AudioTrack;
  readonly chunks: Chunks;
  readonly first: Chunk;
}

/**
 * Opens a recording and decodes its first chunk, so that an unreadable file is rejected here. The source owns the store
 * from now on; the store is closed if opening fails.
 * @param fileName only for messages
 * @throws {AppError} `empty-audio`, `not-audio`, `unsupported-codec`, `unsupported-format`, `truncated-audio`,
 *   `cancelled`
 */
export async function openDecodedSource(
  store: ByteStore,
  fileName: string,
  options: DecodedSourceOptions = {},
): Promise<FileSource> {
  try {
    throwIfCancelled(options.signal);
    const reader = new ByteReader(store, options.readBytes);
    const track = await openTrack(reader, fileName);
    checkFormat(track, fileName);
    const chunkSamples = Math.ceil(track.sampleRateHz * CHUNK_SECONDS);
    const chunks = cutIntoChunks(track.blocks, track.channelCount, chunkSamples);
    const first = await chunks.next();
    if (first.done) throw emptyAudio(fileName);
    return new DecodedSource({ store, reader, track, chunks, first: first.value }, options.signal);
  } catch (error) {
    await store.close();
    if (error instanceof StreamDamage) throw new AppError('truncated-audio', breakMessage(error, undefined));
    throw error;
  }
}

class DecodedSource implements FileSource {
  readonly container: string;
  readonly codec: string;
  readonly sampleRateHz: number;
  readonly channelCount: number;
  readonly expectedSampleCount: number | undefined;
  readonly #store: ByteStore;
  readonly #reader: ByteReader;
  readonly #chunks: Chunks;
  readonly #items: AsyncGenerator<CaptureItem>;

  constructor(opened: OpenedTrack, signal: AbortSignal | undefined) {
    const { track } = opened;
    this.container = track.container;
    this.codec = track.codec;
    this.sampleRateHz = track.sampleRateHz;
    this.channelCount = track.channelCount;
    this.expectedSampleCount = track.expectedSampleCount;
    this.#store = opened.store;
    this.#reader = opened.reader;
    this.#chunks = opened.chunks;
    this.#items = this.#read(opened.first, signal);
  }

  get progress(): number {
    return Math.min(1, this.#reader.position / this.#reader.size);
  }

  [Symbol.asyncIterator](): AsyncGenerator<CaptureItem> {
    return this.#items;
  }

  async close(): Promise<void> {
    await this.#items.return(undefined);
    await this.#release();
  }

  async *#read(first: Chunk, signal: AbortSignal | undefined): AsyncGenerator<CaptureItem> {
    let sampleCount = 0;
    try {
      for (let channels: Chunk | undefined = first; channels; channels = (await this.#chunks.next()).value) {
        throwIfCancelled(signal);
        sampleCount += channels[0]!.length;
        yield { type: 'samples', channels };
      }
    } catch (error) {
      if (!(error instanceof StreamDamage)) throw error;
      const message = breakMessage(error, sampleCount / this.sampleRateHz);
      yield { type: 'broken', error: { code: 'truncated-audio', message } };
    } finally {
      await this.#release();
    }
  }

  async #release(): Promise<void> {
    await this.#chunks.return(undefined);
    await this.#store.close();
  }
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled', 'Reading the recording was stopped.');
}

function breakMessage(damage: StreamDamage, seconds: number | undefined): string {
  const moment = seconds === undefined ? 'before its first sound' : `at ${formatMoment(seconds)}`;
  const rest = seconds === undefined ? '' : ' Everything before that is used.';
  return `The recording breaks off ${moment}: ${damage.message}.${rest} Copy or export it again to get the rest.`;
}

function formatMoment(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return `${minutes} min ${Math.floor(seconds % 60)} s`;
}
