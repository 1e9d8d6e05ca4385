import type { MessagePortMain } from 'electron';
import type { BulkTransport } from '../../rpc/bulkConnection.ts';
import type { RpcTransport } from '../../rpc/rpcConnection.ts';

/**
 * Wraps a port so that it ends in the same way whichever side closes it: Electron reports only what the other side
 * does.
 */
function linkPort(port: MessagePortMain) {
  const listeners: (() => void)[] = [];
  let over = false;
  const finish = () => {
    if (over) return;
    over = true;
    for (const listener of listeners) listener();
  };
  port.on('close', finish);
  return {
    close() {
      port.close();
      finish();
    },
    onClose: (listener: () => void) => void listeners.push(listener),
    onMessage(listener: (message: unknown) => void) {
      port.on('message', (event) => !over && listener(event.data));
      port.start();
    },
  };
}

export function rpcTransport(port: MessagePortMain): RpcTransport {
  const { close, onClose, onMessage } = linkPort(port);
  return { send: async (message) => port.postMessage(message), refuse: close, onMessage, onClose };
}

/** Frames arrive as copied ArrayBuffers: one that a page transfers to the main process arrives empty. */
export function bulkTransport(port: MessagePortMain): BulkTransport {
  const { close, onClose, onMessage } = linkPort(port);
  return {
    send: (text) => port.postMessage(text),
    close,
    onMessage: (listener) =>
      onMessage((message) => {
        if (typeof message === 'string') listener(message);
        else if (message instanceof ArrayBuffer) listener(new Uint8Array(message));
        else close();
      }),
    onClose,
  };
}
