import { AppError } from '../../core/model/appError.ts';
import type { BulkTransport } from './bulkChannel.ts';

/**
 * Opens a WebSocket for one stream.
 *
 * @throws {AppError} if the host refuses it
 */
export function openWebSocketTransport(url: string): Promise<BulkTransport> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    const refuse = () => reject(new AppError('internal', 'Softspoken did not accept the sound. Please try again.'));
    socket.addEventListener('close', refuse, { once: true });
    socket.addEventListener(
      'open',
      () => {
        socket.removeEventListener('close', refuse);
        resolve({
          // A closing socket reports so only when it has closed; frames sent until then are dropped.
          send: (message) => socket.readyState === WebSocket.OPEN && socket.send(message),
          close: () => socket.close(),
          listen({ onMessage, onClose }) {
            socket.addEventListener('message', (event) => onMessage(event.data));
            socket.addEventListener('close', onClose);
          },
        });
      },
      { once: true },
    );
  });
}

/**
 * Wraps the MessagePort of one stream. Frames are copied: one that is transferred to Electron's main process arrives
 * empty.
 */
export function messagePortTransport(port: MessagePort): BulkTransport {
  return {
    send: (message) => port.postMessage(message),
    close: () => port.close(),
    listen({ onMessage, onClose }) {
      port.addEventListener('message', (event) => onMessage(event.data));
      port.addEventListener('close', onClose);
      port.start();
    },
  };
}
