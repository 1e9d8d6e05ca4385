import { bulkAckSchema, bulkEnd, bulkFrameMaxBytes, bulkWindowBytes } from '../../contract/streamContract.ts';
import { AppError } from '../../core/model/appError.ts';

/** The part that a WebSocket and a MessagePort have in common. Text is JSON. */
export interface BulkTransport {
  send(message: ArrayBuffer | string): void;
  close(): void;
  /** Called once, before anything is sent. */
  listen(listener: { onMessage(message: unknown): void; onClose(): void }): void;
}

/** Sends one stream's bytes in order and never leaves more than the contract's window unacknowledged. */
export interface BulkChannel {
  /** Resolves when the frame is on its way; waits while the window is full. One call at a time. */
  send(frame: ArrayBuffer): Promise<void>;
  /** Sends the frame if the window has room for it; returns true if it did. For sound, which cannot wait. */
  trySend(frame: ArrayBuffer): boolean;
  /** Ends the stream. The host closes the connection when it has everything. */
  end(): void;
  close(): void;
}

/** @throws {AppError} from `send` if the host closes the stream before its end */
export function createBulkChannel(transport: BulkTransport): BulkChannel {
  let sentBytes = 0;
  let receivedBytes = 0;
  let closed = false;
  let wake: () => void = () => {};

  transport.listen({
    onMessage(message) {
      const ack = bulkAckSchema.safeParse(typeof message === 'string' ? parseJson(message) : message);
      if (!ack.success) return;
      receivedBytes = ack.data.receivedBytes;
      wake();
    },
    onClose() {
      closed = true;
      wake();
    },
  });

  const hasRoom = (frame: ArrayBuffer) => sentBytes - receivedBytes + frame.byteLength <= bulkWindowBytes;

  function trySend(frame: ArrayBuffer): boolean {
    if (frame.byteLength > bulkFrameMaxBytes) throw new RangeError(`A frame has at most ${bulkFrameMaxBytes} bytes.`);
    if (closed || !hasRoom(frame)) return false;
    sentBytes += frame.byteLength;
    transport.send(frame);
    return true;
  }

  return {
    async send(frame) {
      while (!trySend(frame)) {
        if (closed)
          throw new AppError('internal', 'The connection closed before everything was sent. Please try again.');
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    trySend,
    end() {
      if (!closed) transport.send(JSON.stringify(bulkEnd));
    },
    close() {
      transport.close();
      closed = true;
      wake();
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
