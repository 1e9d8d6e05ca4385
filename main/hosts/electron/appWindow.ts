import { BrowserWindow } from 'electron';
import { pagePreferences } from './pagePreferences.ts';

/** Opens the app's window, empty until `loadURL`; it appears once it has something to show. */
export function createAppWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1_200,
    height: 800,
    minWidth: 360,
    minHeight: 480,
    title: 'Softspoken',
    show: false,
    autoHideMenuBar: true,
    webPreferences: pagePreferences(preload),
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
