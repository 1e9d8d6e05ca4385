import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import { loadRenderer } from '../../pages/rendererFiles.ts';
import { appUrl } from './appAddress.ts';
import { registerAppScheme, serveApp } from './appProtocol.ts';
import { createAppWindow, showWindow } from './appWindow.ts';
import { desktopLogger } from './desktopLogger.ts';
import { createDesktopServices } from './desktopServices.ts';
import { startShell } from './desktopShell.ts';
import { limitNavigation, limitNetwork } from './navigation.ts';
import { limitPermissions } from './permissions.ts';
import { handOverPorts } from './portHandOver.ts';
import { allowSystemSound } from './systemSound.ts';

async function start(): Promise<void> {
  limitNavigation(app);
  await app.whenReady();
  limitPermissions(session.defaultSession);
  limitNetwork(session.defaultSession);
  allowSystemSound(session.defaultSession, process.platform);

  const appDir = app.getAppPath();
  const files = await loadRenderer(join(appDir, 'out', 'renderer'));
  const services = await createDesktopServices(desktopLogger);
  closeBeforeQuitting(() => services.close());
  const content = {
    files,
    audio: (callId: string) => services.library.reader.audio(callId),
    made: (exportId: string) => services.exports.file(exportId),
  };
  serveApp(session.defaultSession, content, desktopLogger);

  const preload = join(appDir, 'out', 'preload', 'index.cjs');
  const window = createAppWindow(preload);
  app.on('second-instance', () => showWindow(window));
  handOverPorts(window, services);
  startShell(window, preload, services);
  await window.loadURL(appUrl);
}

/** Lets running work finish, then quits. */
function closeBeforeQuitting(close: () => Promise<void>): void {
  let closing = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    close()
      .catch((error: unknown) => desktopLogger.error('Closing failed', error))
      .finally(() => app.exit());
  });
}

registerAppScheme();
app.enableSandbox();
app.on('window-all-closed', () => app.quit());
if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    desktopLogger.error('Softspoken could not start', error);
    dialog.showErrorBox('Softspoken could not start', 'Start it again. If that doesn’t help, reinstall it.');
    app.exit(1);
  });
} else {
  app.quit();
}
