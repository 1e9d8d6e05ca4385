import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sparticuzChromium from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

/* Runs the built preload script in a real page of a real browser. The test provides only Electron's `ipcRenderer`. */

const preloadPath = join(import.meta.dirname, '..', '..', '..', 'out', 'preload', 'index.cjs');

/**
 * Returns the script that runs before the page's own: a preload script's world, with an `ipcRenderer` that the test
 * drives.
 */
function preloadWorld(script: string): string {
  return `{
    const listeners = {};
    const sent = [];
    const ipcRenderer = {
      on: (channel, listener) => { listeners[channel] = listener; },
      send: (...args) => sent.push(args),
    };
    const load = (name) => {
      if (name !== 'electron') throw new Error('A sandboxed preload script cannot require ' + name);
      return { ipcRenderer };
    };
    window.standIn = { listeners, sent };
    (function (require, module, exports) { ${script} })(load, { exports: {} }, {});
  }`;
}

/** The receiving end: it records what the page receives, in the terms of `renderer/host/connectHost.ts`. */
const page = `<!doctype html><script type="module">
  window.heard = [];
  window.addEventListener('message', (event) => {
    window.heard.push({ data: event.data, isOwn: event.source === window, origin: event.origin, ports: [...event.ports] });
  });
</script>`;

declare global {
  interface Window {
    standIn: { listeners: Record<string, (event: object) => void>; sent: unknown[][] };
    heard: { data: unknown; isOwn: boolean; origin: string; ports: MessagePort[] }[];
  }
}

describe('the preload script', () => {
  let server: Server;
  let browser: Browser;
  let tab: Page;

  beforeAll(async () => {
    server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(page));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const executablePath = await sparticuzChromium.executablePath();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  beforeEach(async () => {
    tab = await browser.newPage();
    await tab.addInitScript({ content: preloadWorld(await readFile(preloadPath, 'utf8')) });
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'load' });
    return () => tab.close();
  });

  it('asks the main process once, when the page can receive the answer', async () => {
    expect(await tab.evaluate(() => window.standIn.sent)).toEqual([['softspoken:connect']]);
  });

  it('passes the ports on to the page, in order and working', async () => {
    const heard = await tab.evaluate(async () => {
      const channels = [new MessageChannel(), new MessageChannel()];
      window.standIn.listeners['softspoken:ports']?.({ ports: channels.map(({ port2 }) => port2) });
      while (window.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const [message] = window.heard;
      const answers = await Promise.all(
        channels.map(
          ({ port1 }, index) =>
            new Promise((resolve) => {
              port1.onmessage = (event) => resolve(event.data);
              message?.ports[index]?.postMessage(`from port ${index}`);
            }),
        ),
      );
      return { data: message?.data, isOwn: message?.isOwn, origin: message?.origin, answers };
    });
    expect(heard).toEqual({
      data: { softspoken: 'ports' },
      isOwn: true,
      origin: new URL(tab.url()).origin,
      answers: ['from port 0', 'from port 1'],
    });
  });
});
