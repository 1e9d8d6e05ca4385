/** The facts of a request that decide what is done about it. */
export interface RequestFacts {
  readonly method: string | undefined;
  /** The request's target as it was sent: path and query. */
  readonly target: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
}

export interface GuardOptions {
  readonly port: number;
  readonly isLetIn: (cookieHeader: string | undefined) => boolean;
}

export type HttpRoute =
  | { readonly to: 'launch'; readonly token: string }
  | { readonly to: 'page'; readonly host: string }
  | { readonly to: 'audio'; readonly callId: string }
  | { readonly to: 'export'; readonly exportId: string }
  | { readonly to: 'file'; readonly path: string };

export type SocketRoute = { readonly to: 'rpc' } | { readonly to: 'bulk'; readonly streamId: string };

/** The status of the refusal. */
export type Refusal = 403 | 404 | 405;

/**
 * Returns the names under which this host answers; any other `Host` is a name that was bent to point here (DNS
 * rebinding).
 */
export function allowedHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

/** Decides on a plain request. Only reading is offered, and only the launch is open to a browser without a session. */
export function routeRequest(facts: RequestFacts, options: GuardOptions): HttpRoute | Refusal {
  const { host, origin, target = '' } = facts;
  if (host === undefined || !allowedHosts(options.port).includes(host)) return 403;
  if (origin !== undefined && origin !== `http://${host}`) return 403;
  if (facts.method !== 'GET' && facts.method !== 'HEAD') return 405;
  const token = /^\/launch\?token=([A-Za-z0-9_-]{43})$/.exec(target)?.[1];
  // HEAD must not use the token up: something other than the browser may be checking the address.
  if (token !== undefined) return facts.method === 'GET' ? { to: 'launch', token } : 405;
  if (!options.isLetIn(facts.cookie)) return 403;
  if (target === '/' || target === '/index.html') return { to: 'page', host };
  const callId = /^\/audio\/([A-Za-z0-9_-]{1,64})$/.exec(target)?.[1];
  if (callId !== undefined) return { to: 'audio', callId };
  const exportId = /^\/export\/([A-Za-z0-9_-]{1,64})$/.exec(target)?.[1];
  if (exportId !== undefined) return { to: 'export', exportId };
  return target.startsWith('/') ? { to: 'file', path: target.split('?', 1)[0]! } : 404;
}

/** Decides on a WebSocket upgrade: always from our own page, always with a session. */
export function routeUpgrade(facts: RequestFacts, options: GuardOptions): SocketRoute | Refusal {
  const { host, origin, target = '' } = facts;
  if (host === undefined || !allowedHosts(options.port).includes(host)) return 403;
  if (origin !== `http://${host}`) return 403;
  if (facts.method !== 'GET') return 405;
  if (!options.isLetIn(facts.cookie)) return 403;
  if (target === '/rpc') return { to: 'rpc' };
  const streamId = /^\/bulk\/([A-Za-z0-9_-]{1,64})$/.exec(target)?.[1];
  return streamId === undefined ? 404 : { to: 'bulk', streamId };
}
