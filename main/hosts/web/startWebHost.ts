import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Clock, systemClock } from '../../clock.ts';
import { loadRenderer } from '../../pages/rendererFiles.ts';
import type { Services } from '../../services/createServices.ts';
import { reportUnexpected } from '../../services/reportUnexpected.ts';
import { answerAudio, answerFile, answerLaunch, answerPage, answerRefusal, answerSaving } from './httpAnswers.ts';
import { LaunchTokens } from './launchTokens.ts';
import { listenOnLoopback } from './loopbackServers.ts';
import { RateLimit } from './rateLimit.ts';
import { type GuardOptions, type RequestFacts, routeRequest, routeUpgrade } from './requestGuard.ts';
import { SessionCookie } from './sessionCookie.ts';
import { WebSockets } from './webSockets.ts';

const maxConnections = 128;
const httpRate = { perSecond: 200, burst: 1_000 };
const serverLimits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
};

export interface WebHostOptions {
  readonly services: Services;
  /** The built screens. */
  readonly rendererDir: string;
  /** 0, the default, for any free port. */
  readonly port?: number;
  readonly clock?: Clock;
}

export interface WebHost {
  /** Opens the app in one browser, once. Never log it or put it on a command line. */
  readonly url: string;
  readonly port: number;
  /** Returns another such address, to open the app again. */
  issueUrl(): string;
  /** Closes the pages' connections and stops listening. The services belong to the caller. */
  close(): Promise<void>;
}

/**
 * Serves the app to browsers of this machine at a loopback address, for machines without a desktop runtime. Its
 * defences: `docs/architecture.md`.
 * @throws AppError if the port is in use
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { services, rendererDir, port: wantedPort = 0, clock = systemClock } = options;
  const { logger } = services;
  const files = await loadRenderer(rendererDir);
  const tokens = new LaunchTokens();
  const cookie = new SessionCookie();
  const sockets = new WebSockets(services, clock);
  const rate = new RateLimit(httpRate, clock);
  const guard: { port: number; isLetIn: GuardOptions['isLetIn'] } = {
    port: 0,
    isLetIn: (header) => cookie.isIn(header),
  };

  async function onRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const route = rate.take() ? routeRequest(factsOf(request), guard) : 429;
    if (typeof route === 'number') return answerRefusal(response, route);
    switch (route.to) {
      case 'launch':
        return tokens.redeem(route.token) ? answerLaunch(response, cookie.setCookie) : answerRefusal(response, 403);
      case 'page':
        return answerPage(response, files.get('/index.html')!, route.host);
      case 'audio': {
        const content = await services.library.reader.audio(route.callId);
        return content ? answerAudio(request, response, content) : answerRefusal(response, 404);
      }
      case 'export': {
        const file = services.exports.file(route.exportId);
        return file ? answerSaving(request, response, file) : answerRefusal(response, 404);
      }
      case 'file': {
        const file = files.get(route.path);
        return file ? answerFile(request, response, file) : answerRefusal(response, 404);
      }
    }
  }

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A browser that leaves during the handshake is not an error.
    socket.on('error', () => {});
    const route = rate.take() && !sockets.isFull ? routeUpgrade(factsOf(request), guard) : 429;
    if (typeof route === 'number') {
      refuseUpgrade(socket, route);
      return;
    }
    try {
      sockets.accept(route, request, socket, head);
    } catch (error) {
      reportUnexpected(logger, 'A connection could not be accepted', error);
      refuseUpgrade(socket, 404);
    }
  }

  const makeServer = () => {
    const server = createServer(serverLimits, (request, response) => {
      onRequest(request, response).catch((error: unknown) => {
        if (!isGone(error)) logger.error('A request could not be answered', error);
        response.destroy();
      });
    });
    server.maxConnections = maxConnections;
    return server.on('upgrade', onUpgrade);
  };
  const [ipv4, ipv6] = [makeServer(), makeServer()];
  const port = await listenOnLoopback(ipv4, ipv6, wantedPort);
  guard.port = port;
  const issueUrl = () => `http://127.0.0.1:${port}/launch?token=${tokens.issue()}`;

  return {
    url: issueUrl(),
    port,
    issueUrl,
    async close() {
      const closed = [ipv4, ipv6]
        .filter((server) => server.listening)
        .map((server) => new Promise((resolve) => server.close(resolve)));
      await sockets.close();
      for (const server of [ipv4, ipv6]) server.closeAllConnections();
      await Promise.all(closed);
    },
  };
}

function factsOf({ method, url, headers }: IncomingMessage): RequestFacts {
  return { method, target: url, host: headers.host, origin: headers.origin, cookie: headers.cookie };
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** True if the browser stopped reading, as a media element does whenever the user jumps. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
