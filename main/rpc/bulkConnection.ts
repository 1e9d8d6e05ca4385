import PQueue from 'p-queue';
import { type BulkAck, bulkEnd, bulkFrameMaxBytes, bulkWindowBytes } from '../../contract/streamContract.ts';
import type { Logger } from '../logger.ts';
import { reportUnexpected } from '../services/reportUnexpected.ts';
import type { BulkReceiver } from '../services/streams/streamService.ts';

/** The connection that carries a stream's bytes: a WebSocket in the browser host, a MessagePort on the desktop. */
export interface BulkTransport {
  send(text: string): void;
  /** Ends the connection; `failed` if the page broke the rules or the stream could not accept its bytes. */
  close(outcome: 'done' | 'failed'): void;
  onMessage(listener: (message: Uint8Array | string) => void): void;
  onClose(listener: () => void): void;
}

/**
 * Moves a page's frames into their stream, in order, and acknowledges them. A page that sends more than the window
 * allows, a frame that is too long, or anything else is cut off.
 */
export function serveBulk(receiver: BulkReceiver, transport: BulkTransport, logger: Logger): void {
  let waitingBytes = 0;
  let over = false;
  const steps = new PQueue({ concurrency: 1 });

  function finish(outcome: 'done' | 'failed'): void {
    if (over) return;
    over = true;
    transport.close(outcome);
  }

  function enqueue(step: () => Promise<void>): void {
    void steps.add(async () => {
      if (over) return;
      try {
        await step();
      } catch (error) {
        reportUnexpected(logger, 'A stream could not be received', error);
        finish('failed');
      }
    });
  }

  transport.onMessage((message) => {
    if (over) return;
    if (typeof message === 'string') {
      if (message !== JSON.stringify(bulkEnd)) return finish('failed');
      return enqueue(async () => {
        await receiver.end();
        finish('done');
      });
    }
    waitingBytes += message.length;
    if (message.length > bulkFrameMaxBytes || waitingBytes > bulkWindowBytes) return finish('failed');
    enqueue(async () => {
      const ack: BulkAck = { receivedBytes: await receiver.receive(message) };
      waitingBytes -= message.length;
      if (!over) transport.send(JSON.stringify(ack));
    });
  });

  transport.onClose(() => {
    over = true;
    steps
      .add(() => receiver.disconnect())
      .catch((error: unknown) => logger.error('A stream could not be dropped', error));
  });
}
