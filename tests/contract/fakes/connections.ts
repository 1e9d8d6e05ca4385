import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink as MessagePortLink } from '@orpc/client/message-port';
import { RPCLink as WebSocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { appContract } from '../../../contract/appContract.ts';
import { systemClock } from '../../../main/clock.ts';
import { startWebHost, type WebHost } from '../../../main/hosts/web/startWebHost.ts';
import { createAppRouter } from '../../../main/rpc/appRouter.ts';
import { createRpcServer } from '../../../main/rpc/rpcConnection.ts';
import type { TestServices } from './testServices.ts';

export type AppClient = ContractRouterClient<typeof appContract>;

export interface Connection {
  readonly client: AppClient;
  /** Sends a message past the client, as a broken or hostile page would. */
  readonly sendRaw: (message: string) => void;
  readonly isOpen: () => boolean;
  readonly close: () => Promise<void>;
}

/** Connects as the desktop does: by two ends of a message channel. */
export async function connectByMessageChannel(test: TestServices): Promise<Connection> {
  const { port1, port2 } = new MessageChannel();
  let open = true;
  const serve = createRpcServer(createAppRouter(test.services), test.logger);
  serve({
    send: async (message) => port1.postMessage(message),
    refuse() {
      open = false;
      port1.close();
    },
    onMessage: (listener) => port1.addEventListener('message', (event) => listener(event.data)),
    onClose: (listener) => port1.addEventListener('close', listener),
  });
  port1.start();
  port2.start();
  return {
    client: createORPCClient(new MessagePortLink({ port: port2 })),
    sendRaw: (message) => port2.postMessage(message),
    isOpen: () => open,
    async close() {
      port2.close();
    },
  };
}

/** A browser with a session on a web host. */
export interface LetIn {
  readonly host: WebHost;
  readonly origin: string;
  readonly cookie: string;
  readonly openSocket: (path: string) => Promise<WebSocket>;
}

export async function startAndEnter(test: TestServices): Promise<LetIn> {
  const host = await startWebHost({
    services: test.services,
    rendererDir: join(test.dir, 'renderer'),
    clock: systemClock,
  });
  const response = await fetch(host.url);
  const cookie = response.headers.get('set-cookie')!.split(';', 1)[0]!;
  await response.text();
  const origin = `http://127.0.0.1:${host.port}`;
  return {
    host,
    origin,
    cookie,
    async openSocket(path) {
      const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, {
        headers: { Origin: origin, Cookie: cookie },
      });
      await new Promise((resolve, reject) => {
        socket.once('open', resolve);
        socket.once('error', reject);
      });
      return socket;
    },
  };
}

/** Connects as the browser host does: by a WebSocket, after the launch address was opened. */
export async function connectByWebSocket(test: TestServices): Promise<Connection> {
  const { host, openSocket } = await startAndEnter(test);
  const socket = await openSocket('/rpc');
  return {
    // The link uses the part of the interface that both kinds of WebSocket share.
    client: createORPCClient(new WebSocketLink({ websocket: socket as unknown as globalThis.WebSocket })),
    sendRaw: (message) => socket.send(message),
    isOpen: () => socket.readyState === WebSocket.OPEN,
    async close() {
      socket.terminate();
      await host.close();
    },
  };
}
