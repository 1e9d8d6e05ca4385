import { createORPCClient } from '@orpc/client';
import { RPCLink as MessagePortLink } from '@orpc/client/message-port';
import { RPCLink as WebSocketLink } from '@orpc/client/websocket';
import { bulkPath } from '../../contract/streamContract.ts';
import type { AppClient } from './appClient.ts';
import { type BulkChannel, createBulkChannel } from './bulkChannel.ts';
import { messagePortTransport, openWebSocketTransport } from './bulkTransports.ts';

export interface HostConnection {
  readonly client: AppClient;
  /** Connects to a stream that `client.streams.open` has opened. */
  openBulkChannel(streamId: string): Promise<BulkChannel>;
}

interface ConnectionListener {
  onOpen(connection: HostConnection): void;
  /** Called when the host cannot be reached, or is gone. */
  onLost(): void;
}

/**
 * Connects to the host of this page: the desktop's preload passes two message ports (one for calls, one that takes a
 * port for every bulk stream); a page served over HTTP opens a WebSocket.
 */
export function connectHost(listener: ConnectionListener): void {
  let hasPorts = false;
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [rpcPort, bulkPort] = event.ports;
    if (event.source !== window || !isPortsMessage(event.data) || !rpcPort || !bulkPort) return;
    hasPorts = true;
    rpcPort.addEventListener('close', () => listener.onLost());
    rpcPort.start();
    listener.onOpen(connectionOverPorts(rpcPort, bulkPort));
  });
  if (/^https?:$/.test(window.location.protocol)) connectSocket(listener, () => hasPorts);
}

function isPortsMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'softspoken' in data && data.softspoken === 'ports';
}

/** @param bulkPort takes the port of every bulk stream, with the id of the stream */
export function connectionOverPorts(rpcPort: MessagePort, bulkPort: MessagePort): HostConnection {
  return {
    client: createORPCClient(new MessagePortLink({ port: rpcPort })),
    async openBulkChannel(streamId) {
      const { port1, port2 } = new MessageChannel();
      bulkPort.postMessage({ streamId }, [port2]);
      return createBulkChannel(messagePortTransport(port1));
    },
  };
}

/** @param isSuperseded true if a desktop's ports have made this socket unnecessary */
function connectSocket(listener: ConnectionListener, isSuperseded: () => boolean): void {
  const origin = window.location.origin.replace(/^http/, 'ws');
  const websocket = new WebSocket(`${origin}/rpc`);
  websocket.addEventListener('close', () => isSuperseded() || listener.onLost());
  websocket.addEventListener('open', () =>
    listener.onOpen({
      client: createORPCClient(new WebSocketLink({ websocket })),
      openBulkChannel: async (streamId) => createBulkChannel(await openWebSocketTransport(origin + bulkPath(streamId))),
    }),
  );
}
