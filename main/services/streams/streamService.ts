import { join } from 'node:path';
import type { OpenStream } from '../../../contract/streamContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import { PageSource } from '../../capture/page/pageSource.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import { Upload } from './upload.ts';

const uploadMaxBytes = 4 * 1024 ** 3;
const maxStreams = 16;
/** An idle stream is dropped after this time; a finished upload waits longer to be analysed. */
const idleSeconds = 60;
const unclaimedSeconds = 15 * 60;
const sweepSeconds = 10;

/** The host's end of one stream's connection. Calls must not overlap. */
export interface BulkReceiver {
  /**
   * Accepts a frame and returns the bytes received so far. @throws AppError if the stream is over or the frame does not
   * fit it
   */
  receive(bytes: Uint8Array): Promise<number>;
  /** Marks the end of the stream. @throws AppError if bytes are missing */
  end(): Promise<void>;
  /** Handles the loss of the connection: before `end`, this loses the source or drops the upload. */
  disconnect(): Promise<void>;
}

interface Stream {
  readonly target: PageSource | Upload;
  connected: boolean;
  taken: boolean;
  receivedBytes: number;
  lastActivity: number;
}

interface StreamServiceOptions {
  /** This run's private folder. */
  readonly dir: string;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly logger: Logger;
}

/** Streams of bytes from pages: sound as it is captured, and files. */
export class StreamService {
  readonly #options: StreamServiceOptions;
  readonly #streams = new Map<string, Stream>();
  readonly #stopSweeping: () => void;

  constructor(options: StreamServiceOptions) {
    this.#options = options;
    this.#stopSweeping = options.clock.every(sweepSeconds, () => {
      this.#sweep().catch((error: unknown) => options.logger.error('An idle stream could not be dropped', error));
    });
  }

  /** @throws AppError `too-large` for a file over 4 GiB, `too-many` streams at a time */
  async open(request: OpenStream): Promise<{ streamId: string }> {
    const { dir, clock, createId } = this.#options;
    if (this.#streams.size >= maxStreams) {
      throw new AppError('too-many', 'Too many recordings are on their way at once. Wait until one has arrived.');
    }
    if (request.kind === 'upload' && request.sizeBytes > uploadMaxBytes) {
      throw new AppError(
        'too-large',
        'The recording is larger than 4 GB. Split it, or analyse it with the command line.',
      );
    }
    const streamId = createId();
    const target =
      request.kind === 'pcm'
        ? new PageSource({ ...request, clock })
        : await Upload.begin({ ...request, path: join(dir, `upload-${streamId}`) });
    const lastActivity = clock.monotonicSeconds();
    this.#streams.set(streamId, { target, connected: false, taken: false, receivedBytes: 0, lastActivity });
    return { streamId };
  }

  /** Drops the stream; does nothing if it is unknown. */
  close(streamId: string): Promise<void> {
    return this.#drop(streamId);
  }

  /** Takes the only connection a stream may have. @throws AppError `no-such-upload` */
  connect(streamId: string): BulkReceiver {
    const stream = this.#find(streamId);
    if (stream.connected) throw new AppError('no-such-upload', 'This transfer is already running.');
    stream.connected = true;
    return {
      receive: (bytes) => this.#receive(streamId, bytes),
      end: () => this.#end(streamId),
      disconnect: async () => {
        const { target } = stream;
        if (!(target instanceof Upload && target.isComplete)) await this.#drop(streamId);
      },
    };
  }

  /** @throws AppError `no-such-device` */
  page(streamId: string): PageSource {
    const target = this.#streams.get(streamId)?.target;
    if (target instanceof PageSource) return target;
    throw new AppError('no-such-device', 'The page no longer captures this sound. Choose the source again.');
  }

  /** Transfers an upload to a caller, who analyses it and then erases it. @throws AppError `no-such-upload` */
  takeUpload(streamId: string): Upload {
    const stream = this.#find(streamId);
    if (!(stream.target instanceof Upload) || stream.taken) {
      throw new AppError('no-such-upload', 'There is no such recording. Open it again.');
    }
    stream.taken = true;
    if (stream.target.isComplete) this.#streams.delete(streamId);
    return stream.target;
  }

  async closeAll(): Promise<void> {
    this.#stopSweeping();
    await Promise.all([...this.#streams.keys()].map((streamId) => this.#drop(streamId)));
  }

  async #sweep(): Promise<void> {
    const now = this.#options.clock.monotonicSeconds();
    for (const [streamId, { target, lastActivity }] of this.#streams) {
      const limit = target instanceof Upload && target.isComplete ? unclaimedSeconds : idleSeconds;
      if (now - lastActivity > limit) await this.#drop(streamId);
    }
  }

  async #drop(streamId: string, reason?: AppError): Promise<void> {
    const target = this.#streams.get(streamId)?.target;
    this.#streams.delete(streamId);
    if (target instanceof Upload) await target.drop(reason);
    else target?.lose();
  }

  #find(streamId: string): Stream {
    const stream = this.#streams.get(streamId);
    if (!stream) throw new AppError('no-such-upload', 'This transfer is over. Start it again.');
    stream.lastActivity = this.#options.clock.monotonicSeconds();
    return stream;
  }

  async #receive(streamId: string, bytes: Uint8Array): Promise<number> {
    const stream = this.#find(streamId);
    try {
      if (stream.target instanceof Upload) await stream.target.write(bytes);
      else if (stream.target.isClosed) throw new AppError('no-such-device', 'Nobody listens to this page any more.');
      else stream.target.push(toSamples(bytes));
    } catch (error) {
      await this.#drop(streamId, error instanceof AppError ? error : undefined);
      throw error;
    }
    stream.receivedBytes += bytes.length;
    return stream.receivedBytes;
  }

  async #end(streamId: string): Promise<void> {
    const stream = this.#find(streamId);
    const { target } = stream;
    if (target instanceof PageSource) {
      await target.close();
      this.#streams.delete(streamId);
      return;
    }
    try {
      await target.finish();
    } catch (error) {
      await this.#drop(streamId);
      throw error;
    }
    if (stream.taken) this.#streams.delete(streamId);
  }
}

/**
 * Decodes little-endian Float32, the format of every machine this runs on; copied, because a frame need not be aligned.
 */
function toSamples(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  if (bytes.length % Float32Array.BYTES_PER_ELEMENT !== 0) {
    throw new AppError('unsupported-format', 'The page sent sound in a form that cannot be read. Reload it.');
  }
  // A copy: the bytes may be a part of a shared pool, and need not be aligned.
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
