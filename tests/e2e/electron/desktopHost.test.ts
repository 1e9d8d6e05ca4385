import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { release, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { appContract } from '../../../contract/appContract.ts';
import { hasSystemSound } from '../../../main/capture/page/hasSystemSound.ts';
import { version } from '../../../main/version.ts';
import type { BrowserWindow, PortStandIn } from '../../support/electronStandIn.ts';
import { electron, loadWithElectronStandIn } from '../../support/loadWithElectronStandIn.ts';

/*
 * Runs the built desktop host under Node, against a stub of Electron. The numbers are those of the security checklist
 * (electronjs.org/docs/latest/tutorial/security).
 */

const root = join(import.meta.dirname, '..', '..', '..');
const session = electron.session.defaultSession;
let dataDir: string;
let window: BrowserWindow;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'softspoken-desktop-'));
  process.env['SOFTSPOKEN_DATA_DIR'] = dataDir;
  loadWithElectronStandIn(join('out', 'main', 'electron.js'));
  while (electron.BrowserWindow.all[0]?.calls.length !== 2) {
    if (electron.dialog.errors.length > 0) throw new Error(electron.dialog.errors[0]);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  window = electron.BrowserWindow.all[0];
});

afterAll(async () => {
  const exited = new Promise((resolve) => electron.app.once('exited', resolve));
  electron.app.quit();
  await exited;
  expect(electron.app.exitCode).toBe(0);
  expect(await readdir(join(dataDir, 'temp'))).toEqual([]);
  await rm(dataDir, { recursive: true });
});

/** Emits an event that can be prevented, and returns true if it was. */
function isPrevented(event: string, details: object): boolean {
  let prevented = false;
  window.webContents.emit(event, { ...details, preventDefault: () => (prevented = true) });
  return prevented;
}

/** Asks for ports as the preload script of this sender does. */
function connect(sender: object, senderFrame: unknown): void {
  electron.ipcMain.emit('softspoken:connect', { sender, senderFrame });
}

/** Simulates a page load: returns what its preload script receives. */
function openPage() {
  const { mainFrame } = window.webContents;
  connect(window.webContents, mainFrame);
  const ports = mainFrame.posted.at(-1)?.ports ?? [];
  const [rpcPort, bulkPort] = ports as [PortStandIn, PortStandIn];
  rpcPort.start();
  const client: ContractRouterClient<typeof appContract> = createORPCClient(new RPCLink({ port: rpcPort }));
  return { client, rpcPort, bulkPort };
}

function nextMessage(port: PortStandIn): Promise<unknown> {
  return new Promise((resolve) => port.once('message', ({ data }: { data: unknown }) => resolve(data)));
}

describe('the desktop host', () => {
  it('runs once at a time, and a second start shows the window of the first', () => {
    expect(electron.app.calls).toContain('requestSingleInstanceLock');
    window.minimized = true;
    electron.app.emit('second-instance');
    expect(window.calls.slice(-3)).toEqual(['restore', 'show', 'focus']);
  });

  it('shows its window when there is something to show', () => {
    expect(window.options.show).toBe(false);
    expect(window.calls).toContain('show');
  });

  it('answers calls over the port that it passes to the page', async () => {
    const { client, rpcPort } = openPage();
    expect(await client.host.info()).toEqual({
      version,
      kind: 'desktop',
      platform: process.platform,
      hasSystemSound: hasSystemSound(process.platform, release()),
    });
    rpcPort.close();
  });

  it('accepts a stream’s bytes over a separate port', async () => {
    const { client, rpcPort, bulkPort } = openPage();
    const { streamId } = await client.streams.open({ kind: 'upload', name: 'call.wav', sizeBytes: 6 });
    const { port1, port2 } = new electron.MessageChannelMain();
    bulkPort.postMessage({ streamId }, [port2]);
    port1.start();
    const acknowledged = nextMessage(port1);
    port1.postMessage(new ArrayBuffer(6));
    expect(JSON.parse(String(await acknowledged))).toEqual({ receivedBytes: 6 });
    const closed = new Promise<void>((resolve) => port1.once('close', resolve));
    port1.postMessage('"end"');
    await closed;
    rpcPort.close();
  });

  it('closes a port for a stream that does not exist', async () => {
    const { rpcPort, bulkPort } = openPage();
    const { port1, port2 } = new electron.MessageChannelMain();
    const closed = new Promise<void>((resolve) => port1.once('close', resolve));
    bulkPort.postMessage({ streamId: 'unknown' }, [port2]);
    await closed;
    rpcPort.close();
  });

  it('lists the capture devices, or explains why there are none, from a separate utility process', async () => {
    const { client, rpcPort } = openPage();
    const { devices, problem } = await client.host.devices();
    expect(problem === null).toBe(devices.length > 0);
    expect(problem?.code ?? 'no-sound-server').toMatch(/^no-(sound-server|such-device)$/);
    expect(electron.utilityProcess.forked).toHaveLength(1);
    rpcPort.close();
  });

  it('gives new ports to every load of the page', async () => {
    const pages = [openPage(), openPage()];
    expect(pages[0]?.rpcPort).not.toBe(pages[1]?.rpcPort);
    for (const { client, rpcPort } of pages) {
      expect((await client.host.info()).kind).toBe('desktop');
      rpcPort.close();
    }
  });
});

describe('Electron’s security checklist', () => {
  const preferences = () => window.options.webPreferences;

  it('1: loads nothing but its own pages, and blocks every request to other machines', () => {
    expect(window.calls[0]).toBe('loadURL app://softspoken/');
    const isCancelled = (url: string) => {
      let answer: { cancel: boolean } | undefined;
      session.handlers['beforeRequest']?.(
        { url } as never,
        ((given: { cancel: boolean }) => (answer = given)) as never,
      );
      return answer?.cancel;
    };
    for (const url of ['http://example.org/', 'https://example.org/', 'ws://127.0.0.1:1/', 'file:///etc/passwd']) {
      expect(isCancelled(url), url).toBe(true);
    }
    expect(isCancelled('app://softspoken/assets/app.js')).toBe(false);
  });

  it('2, 3, 4: gives pages no Node, a context isolated from the preload script, and a sandbox', () => {
    expect(preferences()).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
    });
    expect(electron.app.calls.indexOf('enableSandbox')).toBeLessThan(electron.app.calls.indexOf('whenReady'));
  });

  it('5: grants sound to its own page, and nothing else to anyone', () => {
    const own = 'app://softspoken/';
    const requested = (permission: string, requestingUrl: string, isMainFrame: boolean, mediaTypes?: string[]) => {
      let granted: boolean | undefined;
      const details = { requestingUrl, isMainFrame, ...(mediaTypes ? { mediaTypes } : {}) };
      const callback = (answer: boolean) => {
        granted = answer;
      };
      session.handlers['permissionRequest']?.(null as never, permission as never, callback as never, details as never);
      return granted;
    };
    const checked = (permission: string, origin: string, isMainFrame: boolean, mediaType?: string) =>
      session.handlers['permissionCheck']?.(
        null as never,
        permission as never,
        origin as never,
        { isMainFrame, ...(mediaType ? { mediaType } : {}) } as never,
      );
    expect(requested('media', own, true, ['audio'])).toBe(true);
    expect(requested('display-capture', own, true)).toBe(true);
    expect(checked('media', own, true, 'audio')).toBe(true);

    expect(requested('media', own, true, ['audio', 'video'])).toBe(false);
    expect(requested('media', own, true, [])).toBe(false);
    expect(requested('media', own, false, ['audio'])).toBe(false);
    expect(requested('media', 'https://example.org/', true, ['audio'])).toBe(false);
    expect(checked('media', own, true, 'video')).toBe(false);
    expect(checked('media', own, true)).toBe(false);
    expect(checked('media', 'null', true, 'audio')).toBe(false);
    for (const permission of ['geolocation', 'notifications', 'clipboard-read', 'midi', 'openExternal', 'hid', 'usb']) {
      expect(requested(permission, own, true), permission).toBe(false);
      expect(checked(permission, own, true), permission).toBe(false);
    }
    expect(session.handlers['devicePermission']?.({} as never)).toBe(false);
  });

  it('6, 8, 9, 10: keeps the web’s own security and enables no experiment', () => {
    expect(preferences()).toMatchObject({
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    expect(preferences()).not.toHaveProperty('enableBlinkFeatures');
  });

  it('7: serves every page with a content security policy', async () => {
    const response = await electron.protocol.handlers.get('app')?.(new Request('app://softspoken/'));
    expect(response?.status).toBe(200);
    expect(response?.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
  });

  it('11, 12: embeds no other page', () => {
    expect(preferences()).toMatchObject({ webviewTag: false });
    expect(isPrevented('will-attach-webview', {})).toBe(true);
  });

  it('13: navigates nowhere else, in no frame', () => {
    expect(isPrevented('will-frame-navigate', { url: 'https://example.org/', isMainFrame: true })).toBe(true);
    expect(isPrevented('will-frame-navigate', { url: 'file:///etc/passwd', isMainFrame: true })).toBe(true);
    expect(isPrevented('will-frame-navigate', { url: 'app://softspoken/', isMainFrame: false })).toBe(true);
    expect(isPrevented('will-redirect', { url: 'https://example.org/', isMainFrame: true })).toBe(true);
    expect(isPrevented('will-frame-navigate', { url: 'app://softspoken/', isMainFrame: true })).toBe(false);
  });

  it('14: opens no further window', () => {
    expect(window.webContents.windowOpenHandler?.({ url: 'app://softspoken/' })).toEqual({ action: 'deny' });
  });

  it('15: passes nothing to other programs', async () => {
    expect(await readFile(join(root, 'out', 'main', 'electron.js'), 'utf8')).not.toMatch(/openExternal|\bshell\b/);
  });

  it('16: runs on a pinned version of a supported line', async () => {
    const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(devDependencies.electron).toMatch(/^(4[5-9]|[5-9]\d)\.\d+\.\d+$/);
  });

  it('17: gives ports to its own page in its own window, and to no other sender', () => {
    const { mainFrame } = window.webContents;
    const stranger = new electron.WebContentsStandIn();
    stranger.mainFrame.url = 'app://softspoken/';
    connect(stranger, stranger.mainFrame);
    expect(stranger.mainFrame.posted).toEqual([]);

    const subframe = new electron.FrameStandIn('app://softspoken/');
    connect(window.webContents, subframe);
    expect(subframe.posted).toEqual([]);

    const count = mainFrame.posted.length;
    connect(window.webContents, null);
    mainFrame.url = 'https://example.org/';
    connect(window.webContents, mainFrame);
    mainFrame.url = 'app://softspoken/';
    expect(mainFrame.posted).toHaveLength(count);
  });

  it('18: serves its pages by a separate scheme, registered before the app is ready', () => {
    expect(electron.protocol.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
    const { calls } = electron.app;
    expect(calls.indexOf('registerSchemesAsPrivileged')).toBeLessThan(calls.indexOf('whenReady'));
  });

  it('20: exposes nothing of Electron to pages: the preload script defines no API', async () => {
    const preload = String(preferences()['preload']);
    expect(isAbsolute(preload)).toBe(true);
    expect(existsSync(preload)).toBe(true);
    const script = await readFile(preload, 'utf8');
    expect(script).not.toContain('contextBridge');
    expect(script).not.toMatch(/^\s*(import|export)\b/m);
    expect([...script.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
  });
});
