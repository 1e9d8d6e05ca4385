import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { WebSocket } from 'ws';
import type { AppClient } from '../../contract/fakes/connections.ts';
import { launchBrowser } from '../browser.ts';
import { printedUrl } from '../printedUrl.ts';
import { cliPath } from '../runCli.ts';

const stopSeconds = 15;

export interface E2eAppOptions {
  /** A running browser, which stays open when the app stops. The app starts its own browser by default. */
  readonly browser?: Browser;
  readonly browserArgs?: readonly string[];
  readonly context?: BrowserContextOptions;
  /** Pages get the locale that the browser takes from its environment, instead of en-GB. */
  readonly hasSystemLocale?: boolean;
  /** Runs in every page before its own scripts. */
  readonly initScript?: () => void;
  /** The browser plays its sound. */
  readonly isAudible?: boolean;
  /** Added to the environment of the app's process. */
  readonly env?: NodeJS.ProcessEnv;
  /** Fills the data folder before the app starts. */
  readonly prepare?: (dataDir: string) => Promise<void>;
}

/** The built app, served by a separate process from an empty data folder, and a browser that is admitted. */
export class E2eApp {
  readonly context: BrowserContext;
  #complaints: string[] = [];
  readonly #host: Host;
  /** Closes the browser, or the pages in a shared one. */
  readonly #closeBrowser: () => Promise<void>;
  #isLetIn = false;

  private constructor(host: Host, context: BrowserContext, closeBrowser: () => Promise<void>) {
    this.#host = host;
    this.#closeBrowser = closeBrowser;
    this.context = context;
    this.context.on('console', (message) => {
      const isPolicyBreach = /content.security.policy/i.test(message.text());
      if (message.type() === 'error' || isPolicyBreach) this.#complaints.push(`console: ${message.text()}`);
    });
    this.context.on('weberror', (event) => this.#complaints.push(`page: ${event.error().stack}`));
    this.#host.onComplaint((text) => this.#complaints.push(`host: ${text}`));
  }

  static async start({
    browser: sharedBrowser,
    browserArgs,
    context: contextOptions,
    hasSystemLocale = false,
    initScript,
    isAudible,
    env,
    prepare,
  }: E2eAppOptions = {}): Promise<E2eApp> {
    const host = await startHost(env, prepare);
    try {
      const browser = sharedBrowser ?? (await launchBrowser(browserArgs, isAudible));
      const usual = { permissions: ['microphone'], timezoneId: 'UTC', ...(!hasSystemLocale && { locale: 'en-GB' }) };
      const context = await browser.newContext({ ...usual, ...contextOptions });
      if (initScript) await context.addInitScript(initScript);
      return new E2eApp(host, context, () => (sharedBrowser ? context.close() : browser.close()));
    } catch (error) {
      await host.stop();
      throw error;
    }
  }

  /**
   * Opens a screen of the app in a new tab.
   *
   * @param screen its address behind `#/`, such as `library` or `calls/ID`
   */
  async open(screen: string): Promise<Page> {
    const page = await this.context.newPage();
    if (!this.#isLetIn) {
      // The address works once; it sets a cookie for this browser alone.
      await page.goto(this.#host.url);
      await page.waitForURL(this.#origin);
      this.#isLetIn = true;
    }
    await page.goto(`${this.#origin}#/${screen}`);
    await page.getByRole('navigation').first().waitFor();
    return page;
  }

  /** Calls the app's procedures as a page of this browser would. A page must have been opened before. */
  async withClient<Result>(use: (client: AppClient) => Promise<Result>): Promise<Result> {
    const { client, close } = await this.connect();
    try {
      return await use(client);
    } finally {
      close();
    }
  }

  /** Returns the app's procedures, called as a page of this browser would. A page must have been opened before. */
  async connect(): Promise<{ readonly client: AppClient; readonly close: () => void }> {
    const websocket = await this.openSocket('/rpc');
    // The link uses the part of the interface that both kinds of WebSocket share.
    const link = new RPCLink({ websocket: websocket as unknown as globalThis.WebSocket });
    return { client: createORPCClient(link), close: () => websocket.close() };
  }

  /** Opens a WebSocket to the app as a page of this browser would. A page must have been opened before. */
  async openSocket(path: string): Promise<WebSocket> {
    const cookies = await this.context.cookies(this.#origin);
    const socket = new WebSocket(new URL(path, this.#origin.replace(/^http/, 'ws')), {
      headers: {
        Origin: new URL(this.#origin).origin,
        Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
    });
    await once(socket, 'open');
    return socket;
  }

  /**
   * Throws if anything went wrong in the background since the last check: errors of the pages, errors on their consoles
   * (among them every breach of the content security policy), and anything that the app's process wrote to stderr.
   */
  expectNoComplaints(): void {
    const complaints = this.#complaints;
    this.#complaints = [];
    if (complaints.length > 0) throw new Error(`Something went wrong in the background:\n${complaints.join('\n')}`);
  }

  async stop(): Promise<void> {
    await this.#closeBrowser();
    await this.#host.stop();
  }

  get #origin(): string {
    return `${new URL(this.#host.url).origin}/`;
  }
}

interface Host {
  readonly url: string;
  onComplaint(listener: (text: string) => void): void;
  stop(): Promise<void>;
}

async function startHost(env: NodeJS.ProcessEnv = {}, prepare?: E2eAppOptions['prepare']): Promise<Host> {
  const dataDir = await mkdtemp(join(tmpdir(), 'softspoken-e2e-'));
  await prepare?.(dataDir);
  const child = spawn(process.execPath, [cliPath, 'serve', '--no-open', '--port', '0'], {
    env: { ...process.env, ...env, SOFTSPOKEN_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const url = await printedUrl(child);
    return {
      url,
      onComplaint: (listener) => child.stderr.on('data', (text: Buffer) => listener(text.toString())),
      async stop() {
        await ended(child);
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await ended(child);
    throw error;
  }
}

/** Asks the process to end, as Ctrl+C does, and waits until it has. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1000);
  const [code] = await exit;
  clearTimeout(timer);
  if (code !== 0) throw new Error(`The app failed to shut down: exit code ${code}`);
}
