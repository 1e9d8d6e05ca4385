import { join } from 'node:path';
import type { OpenStream } from '../../../contract/streamContract.ts';
import { AppError } from '../../../core/model/appError.ts';
import { PageSource } from '../../capture/page/pageSource.ts';
import type { Clock } from '../../clock.ts';
import type { Logger } from '../../logger.ts';
import { Upload } from './upload.ts';

const uploadMaxBytes = 4 * 1024 ** 3;
const maxStreams = 16;
/** A stream over which nothing comes is given up after this time; a finished upload waits longer to be analysed. */
const idleSeconds = 60;
const unclaimedSeconds = 15 * 60;
const sweepSeconds = 10;

/** The host's end of one stream's connection. Calls must not overlap. */
export interface BulkReceiver {
  /** Takes a frame and returns the bytes taken so far. @throws AppError when the stream is over or the frame does not fit it */
  receive(bytes: Uint8Array): Promise<number>;
  /** The page says that nothing follows. @throws AppError when bytes are missing */
  end(): Promise<void>;
  /** The connection is gone; before `end` this loses the source or drops the upload. */
  disconnect(): Promise<void>;
}

/** Streams of bytes from pages: sound as it is captured, and files. */
export interface StreamService {
  /** @throws AppError `too-large` for a file over 4 GiB or too many streams at a time */
  open(request: OpenStream): Promise<{ streamId: string }>;
  /** Drops the stream; one that is not known (any more) is no error. */
  close(streamId: string): Promise<void>;
  /** Takes the one connection a stream may have. @throws AppError `no-such-upload` */
  connect(streamId: string): BulkReceiver;
  /** @throws AppError `no-such-device` */
  page(streamId: string): PageSource;
  /** Hands an upload over to who analyses it, and erases it afterwards. @throws AppError `no-such-upload` */
  takeUpload(streamId: string): Upload;
  closeAll(): Promise<void>;
}

interface Stream {
  readonly target: PageSource | Upload;
  connected: boolean;
  taken: boolean;
  receivedBytes: number;
  lastActivity: number;
}

export function createStreamService(options: {
  /** This run's private folder. */
  readonly dir: string;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly logger: Logger;
}): StreamService {
  const { clock, createId, logger } = options;
  const streams = new Map<string, Stream>();
  const stopSweeping = clock.every(sweepSeconds, () => {
    sweep().catch((error: unknown) => logger.error('An idle stream could not be dropped', error));
  });

  async function sweep(): Promise<void> {
    const now = clock.monotonicSeconds();
    for (const [streamId, { target, lastActivity }] of streams) {
      const limit = target instanceof Upload && target.isComplete ? unclaimedSeconds : idleSeconds;
      if (now - lastActivity > limit) await drop(streamId);
    }
  }

  async function drop(streamId: string, reason?: AppError): Promise<void> {
    const target = streams.get(streamId)?.target;
    streams.delete(streamId);
    if (target instanceof Upload) await target.drop(reason);
    else target?.lose();
  }

  function find(streamId: string): Stream {
    const stream = streams.get(streamId);
    if (!stream) throw new AppError('no-such-upload', 'This transfer is over. Start it again.');
    stream.lastActivity = clock.monotonicSeconds();
    return stream;
  }

  async function receive(streamId: string, bytes: Uint8Array): Promise<number> {
    const stream = find(streamId);
    try {
      if (stream.target instanceof Upload) await stream.target.write(bytes);
      else if (stream.target.isClosed) throw new AppError('no-such-device', 'Nobody listens to this page any more.');
      else stream.target.push(toSamples(bytes));
    } catch (error) {
      await drop(streamId, error instanceof AppError ? error : undefined);
      throw error;
    }
    stream.receivedBytes += bytes.length;
    return stream.receivedBytes;
  }

  async function end(streamId: string): Promise<void> {
    const stream = find(streamId);
    const { target } = stream;
    if (target instanceof PageSource) {
      await target.close();
      streams.delete(streamId);
      return;
    }
    try {
      await target.finish();
    } catch (error) {
      await drop(streamId);
      throw error;
    }
    if (stream.taken) streams.delete(streamId);
  }

  return {
    async open(request) {
      if (streams.size >= maxStreams) {
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
          : await Upload.begin({ ...request, path: join(options.dir, `upload-${streamId}`) });
      const lastActivity = clock.monotonicSeconds();
      streams.set(streamId, { target, connected: false, taken: false, receivedBytes: 0, lastActivity });
      return { streamId };
    },
    close: (streamId) => drop(streamId),
    connect(streamId) {
      const stream = find(streamId);
      if (stream.connected) throw new AppError('no-such-upload', 'This transfer is already running.');
      stream.connected = true;
      return {
        receive: (bytes) => receive(streamId, bytes),
        end: () => end(streamId),
        async disconnect() {
          const { target } = stream;
          if (!(target instanceof Upload && target.isComplete)) await drop(streamId);
        },
      };
    },
    page(streamId) {
      const target = streams.get(streamId)?.target;
      if (target instanceof PageSource) return target;
      throw new AppError('no-such-device', 'The page no longer captures this sound. Choose the source again.');
    },
    takeUpload(streamId) {
      const stream = find(streamId);
      if (!(stream.target instanceof Upload) || stream.taken) {
        throw new AppError('no-such-upload', 'There is no such recording. Open it again.');
      }
      stream.taken = true;
      if (stream.target.isComplete) streams.delete(streamId);
      return stream.target;
    },
    async closeAll() {
      stopSweeping();
      await Promise.all([...streams.keys()].map((streamId) => drop(streamId)));
    },
  };
}

/** Little-endian Float32, as every machine this runs on stores it; copied, because a frame need not be aligned. */
function toSamples(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  if (bytes.length % Float32Array.BYTES_PER_ELEMENT !== 0) {
    throw new AppError('unsupported-format', 'The page sent sound in a form that cannot be read. Reload it.');
  }
  // A copy: the bytes may be a part of a shared pool, and need not be aligned.
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
