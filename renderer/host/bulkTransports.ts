import { AppError } from '../../core/model/appError.ts';
import type { BulkTransport } from './bulkChannel.ts';

/** Opens a stream's own WebSocket. @throws {AppError} when the host refuses it */
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
          // A socket that is closing tells so only when it has closed; what comes meanwhile has nowhere to go.
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

/** Wraps a stream's own MessagePort. Frames are copied: one that is transferred to Electron's main process arrives empty. */
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
