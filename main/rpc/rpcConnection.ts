import { RPCHandler } from '@orpc/server/websocket';
import { z } from 'zod';
import type { Logger } from '../logger.ts';
import type { AppRouter } from './appRouter.ts';

/** The connection that carries calls and events: a WebSocket in the browser host, a MessagePort on the desktop. */
export interface RpcTransport {
  /** Resolves when the message has left, so that a slow peer slows its own events down. Never rejects. */
  send(message: string): Promise<void>;
  /** Cuts off a peer that breaks the rules. */
  refuse(): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

const maxMessageLength = 64 * 1024;
const requestId = z.string().regex(/^[0-9a-z]{1,16}$/);

/**
 * The two messages that a client of this contract sends: a call, and the end of its interest. The library's protocol
 * also allows headers, blobs and events from the client; this contract does not, so they are rejected before the
 * library sees them.
 */
const clientMessageSchema = z.union([
  z.strictObject({
    i: requestId,
    p: z.strictObject({ u: z.string().regex(/^(\/[a-zA-Z]{1,32}){1,4}$/), b: z.looseObject({}).optional() }),
  }),
  z.strictObject({ i: requestId, t: z.literal(4) }),
]);

export type ServeRpc = (transport: RpcTransport) => void;

/** @returns a function that answers one connection's messages from the router, until the connection closes */
export function createRpcServer(router: AppRouter, logger: Logger): ServeRpc {
  const handler = new RPCHandler(router);
  return (transport) => {
    // The handler identifies a connection by this object, and waits for the promise of `send`.
    const peer = { send: (message: string) => transport.send(message), addEventListener() {} };
    transport.onMessage((message) => {
      if (!isClientMessage(message)) return transport.refuse();
      handler.message(peer, message).catch((error: unknown) => logger.error('A message could not be answered', error));
    });
    transport.onClose(() => handler.close(peer));
  };
}

function isClientMessage(message: unknown): message is string {
  if (typeof message !== 'string' || message.length > maxMessageLength) return false;
  try {
    return clientMessageSchema.safeParse(JSON.parse(message)).success;
  } catch {
    return false;
  }
}
