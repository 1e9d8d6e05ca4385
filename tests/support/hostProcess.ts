import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import { bulkAckSchema, bulkPath } from '../../contract/streamContract.ts';
import type { AppClient } from '../contract/fakes/connections.ts';
import { printedUrl } from './printedUrl.ts';
import { cliPath } from './runCli.ts';

/** The built browser host as a separate process, which a test may kill, and an authorised client. */
export class HostProcess {
  readonly client: AppClient;
  readonly #child: ChildProcess;
  readonly #origin: string;
  readonly #cookie: string;
  readonly #socket: WebSocket;

  private constructor(child: ChildProcess, origin: string, cookie: string, socket: WebSocket) {
    this.#child = child;
    this.#origin = origin;
    this.#cookie = cookie;
    this.#socket = socket;
    // The link uses only the API that both kinds of WebSocket share.
    this.client = createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
  }

  static async start(dataDir: string): Promise<HostProcess> {
    const child = spawn(process.execPath, [cliPath, 'serve', '--no-open', '--port', '0'], {
      env: { ...process.env, SOFTSPOKEN_DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await printedUrl(child);
    const { origin } = new URL(url);
    const response = await fetch(url);
    await response.text();
    const cookie = response.headers.get('set-cookie')!.split(';', 1)[0]!;
    return new HostProcess(child, origin, cookie, await openSocket(origin, cookie, '/rpc'));
  }

  /** Opens a page's sound stream, whose sender reports how much the host has received. */
  async openSound(sampleRateHz: number): Promise<SoundStream> {
    const { streamId } = await this.client.streams.open({
      kind: 'pcm',
      sampleRateHz,
      label: 'Page',
      appliedSettings: {},
    });
    return new SoundStream(streamId, await openSocket(this.#origin, this.#cookie, bulkPath(streamId)));
  }

  fetchAudio(audioUrl: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(new URL(audioUrl, this.#origin), { headers: { Cookie: this.#cookie, ...headers } });
  }

  /** Sends SIGKILL, so that the process cannot clean up. */
  async kill(): Promise<void> {
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
    this.#socket.terminate();
  }

  async stop(): Promise<void> {
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await exit;
    this.#socket.terminate();
  }
}

export class SoundStream {
  readonly streamId: string;
  readonly #socket: WebSocket;
  takenBytes = 0;

  constructor(streamId: string, socket: WebSocket) {
    this.streamId = streamId;
    this.#socket = socket;
    socket.on('message', (data) => {
      this.takenBytes = bulkAckSchema.parse(JSON.parse(String(data))).receivedBytes;
    });
  }

  send(samples: Float32Array): void {
    this.#socket.send(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
  }

  close(): void {
    this.#socket.terminate();
  }
}

async function openSocket(origin: string, cookie: string, path: string): Promise<WebSocket> {
  const socket = new WebSocket(new URL(path, origin.replace(/^http/, 'ws')), {
    headers: { Origin: origin, Cookie: cookie },
  });
  await once(socket, 'open');
  // The sockets of a killed host close with it.
  socket.on('error', () => {});
  return socket;
}
