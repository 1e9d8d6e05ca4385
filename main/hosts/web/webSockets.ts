import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { bulkFrameMaxBytes } from '../../../contract/streamContract.ts';
import type { Clock } from '../../clock.ts';
import { createAppRouter } from '../../rpc/appRouter.ts';
import { serveBulk } from '../../rpc/bulkConnection.ts';
import { createRpcServer } from '../../rpc/rpcConnection.ts';
import type { Services } from '../../services/createServices.ts';
import type { BulkReceiver } from '../../services/streams/streamService.ts';
import { RateLimit } from './rateLimit.ts';
import type { SocketRoute } from './requestGuard.ts';

const rpcMaxBytes = 64 * 1024;
const rpcRate = { perSecond: 100, burst: 400 };
const bulkRate = { perSecond: 5_000, burst: 10_000 };
const maxSockets = 32;
/** A page that leaves this much unread has gone or is stuck. */
const maxUnsentBytes = 64 * 1024 * 1024;
const closeSeconds = 1;

/** WebSocket close codes (RFC 6455 §7.4.1). */
const closeCode = { done: 1000, goingAway: 1001, failed: 1008 } as const;

/** The connections of pages with a session. */
export class WebSockets {
  readonly #services: Services;
  readonly #clock: Clock;
  readonly #serveRpc: ReturnType<typeof createRpcServer>;
  readonly #rpcServer = createSocketServer(rpcMaxBytes);
  readonly #bulkServer = createSocketServer(bulkFrameMaxBytes);

  constructor(services: Services, clock: Clock) {
    this.#services = services;
    this.#clock = clock;
    this.#serveRpc = createRpcServer(createAppRouter(services), services.logger);
  }

  get isFull(): boolean {
    return this.#all().length >= maxSockets;
  }

  /** Completes an upgrade that has been allowed. @throws AppError if there is no such stream */
  accept(route: SocketRoute, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (route.to === 'rpc') {
      this.#rpcServer.handleUpgrade(request, socket, head, (webSocket) => this.#connectRpc(webSocket));
      return;
    }
    const receiver = this.#services.streams.connect(route.streamId);
    this.#bulkServer.handleUpgrade(request, socket, head, (webSocket) => this.#connectBulk(webSocket, receiver));
  }

  async close(): Promise<void> {
    const sockets = this.#all();
    const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of sockets) socket.close(closeCode.goingAway);
    const stop = this.#clock.every(closeSeconds, () => {
      for (const socket of sockets) socket.terminate();
    });
    await Promise.all(closed);
    stop();
  }

  #all(): WebSocket[] {
    return [...this.#rpcServer.clients, ...this.#bulkServer.clients];
  }

  #connectRpc(socket: WebSocket): void {
    const end = (code: number) => endConnection(socket, code);
    this.#serveRpc({
      send: (message) =>
        new Promise((resolve) => {
          if (socket.bufferedAmount > maxUnsentBytes) socket.terminate();
          socket.send(message, () => resolve());
        }),
      refuse: () => end(closeCode.failed),
      onMessage: (listener) => this.#listen(socket, rpcRate, listener),
      onClose: (listener) => socket.on('close', listener),
    });
  }

  #connectBulk(socket: WebSocket, receiver: BulkReceiver): void {
    serveBulk(
      receiver,
      {
        send: (text) => socket.send(text, ignoreClosed),
        close: (outcome) => endConnection(socket, closeCode[outcome]),
        onMessage: (listener) => this.#listen(socket, bulkRate, listener),
        onClose: (listener) => socket.on('close', listener),
      },
      this.#services.logger,
    );
  }

  #listen(
    socket: WebSocket,
    rate: { readonly perSecond: number; readonly burst: number },
    listener: (message: Uint8Array | string) => void,
  ): void {
    const limit = new RateLimit(rate, this.#clock);
    // Oversized or malformed frames; the library closes the connection with the matching code.
    socket.on('error', () => {});
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (limit.take()) listener(isBinary ? data : data.toString('utf8'));
      else endConnection(socket, closeCode.failed);
    });
  }
}

function createSocketServer(maxPayload: number): WebSocketServer {
  return new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });
}

/** Closes the connection and ignores anything that arrives meanwhile. */
function endConnection(socket: WebSocket, code: number): void {
  socket.removeAllListeners('message');
  socket.close(code);
}

/** A page that left between a frame and its acknowledgement needs none. */
function ignoreClosed(): void {}
