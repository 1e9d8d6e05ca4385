import { BrowserWindow } from 'electron';

/** Opens the app's window, empty until `loadURL`; it shows once it has something to show. */
export function createAppWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1_200,
    height: 800,
    minWidth: 360,
    minHeight: 480,
    title: 'Softspoken',
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      // Its dictionaries come from the network.
      spellcheck: false,
      // A window behind the softphone still hears the call.
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
