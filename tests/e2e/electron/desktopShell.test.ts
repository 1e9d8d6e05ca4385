import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { appContract } from '../../../contract/appContract.ts';
import type { BrowserWindow, PortStandIn, Tray } from '../../support/electronStandIn.ts';
import { electron, loadWithElectronStandIn } from '../../support/loadWithElectronStandIn.ts';

/* Runs the parts of the built desktop host that accompany a live call, under Node, against a stub of Electron. */

let dataDir: string;
let window: BrowserWindow;
let tray: Tray;
let client: ContractRouterClient<typeof appContract>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'softspoken-shell-'));
  process.env['SOFTSPOKEN_DATA_DIR'] = dataDir;
  loadWithElectronStandIn(join('out', 'main', 'electron.js'));
  await vi.waitFor(() => expect(electron.BrowserWindow.all[0]?.calls).toContain('show'), { timeout: 60_000 });
  window = electron.BrowserWindow.all[0]!;
  tray = electron.Tray.all[0]!;
  client = clientOf(window);
});

afterAll(async () => {
  const exited = new Promise((resolve) => electron.app.once('exited', resolve));
  electron.app.quit();
  await exited;
  await rm(dataDir, { recursive: true });
});

function clientOf({ webContents }: BrowserWindow): typeof client {
  electron.ipcMain.emit('softspoken:connect', { sender: webContents, senderFrame: webContents.mainFrame });
  const [port] = (webContents.mainFrame.posted.at(-1)?.ports ?? []) as [PortStandIn];
  port.start();
  return createORPCClient(new RPCLink({ port }));
}

async function startCall(): Promise<string> {
  const { streamId } = await client.streams.open({
    kind: 'pcm',
    sampleRateHz: 16_000,
    label: 'Mic',
    appliedSettings: {},
  });
  const source = { kind: 'page', streamId } as const;
  return (await client.live.start({ inputs: [{ role: 'agent', source }], baseline: null })).sessionId;
}

const menuItem = (label: string) => tray.menu.find((item) => item.label === label);
const overlays = () => electron.BrowserWindow.all.slice(1);

describe('the desktop', () => {
  it('asks for the folder to import with the system’s own dialog', async () => {
    expect(await client.host.chooseFolder()).toEqual({ path: null });
    electron.dialog.folder = '/home/kim/calls';
    expect(await client.host.chooseFolder()).toEqual({ path: '/home/kim/calls' });
    expect(electron.dialog.asked).toEqual([{ properties: ['openDirectory'] }, { properties: ['openDirectory'] }]);
  });
});

describe('the desktop, while a call runs,', () => {
  let sessionId: string;

  it('reports the global shortcuts that another program has, as soon as they are selected', async () => {
    expect((await client.settings.get()).desktop).toEqual({ refusedShortcuts: [] });
    electron.globalShortcut.taken.add('Alt+N');
    await client.settings.update({ globalShortcuts: { flag: 'Alt+F', nextStage: 'Alt+N' } });
    await vi.waitFor(async () =>
      expect((await client.settings.get()).desktop).toEqual({ refusedShortcuts: ['nextStage'] }),
    );
    expect(electron.globalShortcut.registered.size).toBe(0);
    expect(menuItem('Show small window')?.enabled).toBe(false);
  });

  it('shows a small window above all others that never takes the keyboard', async () => {
    sessionId = await startCall();
    await vi.waitFor(() => expect(overlays()).toHaveLength(1));
    const [overlay] = overlays();
    expect(overlay?.options).toMatchObject({
      width: 320,
      height: 110,
      x: 1_920 - 320 - 24,
      y: 1_040 - 110 - 24,
      frame: false,
      focusable: false,
      skipTaskbar: true,
      resizable: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
    });
    expect(overlay?.calls.slice(0, 5)).toEqual([
      'setAlwaysOnTop true screen-saver',
      'setVisibleOnAllWorkspaces true',
      'setContentProtection false',
      'loadURL app://softspoken/#/compact',
      'showInactive',
    ]);
    expect((await clientOf(overlay!).live.current())?.sessionId).toBe(sessionId);
    expect(tray.toolTip).toBe('Softspoken: in a call');
  });

  it('remembers the place of the small window, and hides it from captures if requested', async () => {
    const [overlay] = overlays();
    overlay?.drag(300, 200);
    await vi.waitFor(async () =>
      expect((await client.settings.get()).settings.overlay.position).toEqual({ x: 300, y: 200 }),
    );
    await client.settings.update({ overlay: { excludedFromCapture: true } });
    await vi.waitFor(() => expect(overlay?.calls.at(-1)).toBe('setContentProtection true'));
  });

  it('hides the small window and shows it again, from the tray, where it was', () => {
    menuItem('Show small window')?.click?.();
    expect(overlays().at(-1)?.destroyed).toBe(true);
    expect(menuItem('Show small window')?.checked).toBe(false);
    menuItem('Show small window')?.click?.();
    expect(overlays().at(-1)).toMatchObject({ destroyed: false, position: [300, 200] });
  });

  it('flags a moment by a key while another program has the keyboard', async () => {
    electron.globalShortcut.registered.get('Alt+F')?.();
    for await (const event of await client.live.watch({ sessionId })) {
      if (event.type !== 'mark') continue;
      expect(event.mark.kind).toBe('flag');
      break;
    }
  });

  it('hides its window instead of closing it, since the window may be capturing the call', () => {
    let isPrevented = false;
    window.emit('close', { preventDefault: () => (isPrevented = true) });
    expect(isPrevented).toBe(true);
    expect(window.calls.at(-1)).toBe('hide');
    tray.emit('click');
    expect(window.calls.slice(-2)).toEqual(['show', 'focus']);
  });

  it('removes all of it when the call has ended', async () => {
    await client.live.stop({ sessionId });
    await vi.waitFor(() => expect(tray.toolTip).toBe('Softspoken'));
    expect(overlays().every(({ destroyed }) => destroyed)).toBe(true);
    expect(electron.globalShortcut.registered.size).toBe(0);
    expect(electron.ipcMain.listenerCount('softspoken:connect')).toBe(1);
  });
});
