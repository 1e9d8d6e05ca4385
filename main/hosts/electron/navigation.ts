import type { App, Session } from 'electron';
import { isAppUrl } from './appAddress.ts';

/** Prevents every page from leaving its address, opening another window or embedding a page. */
export function limitNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
  });
}

/** Schemes that a page needs and its policy allows, besides the tools of Chromium itself. */
const localScheme = /^(app|blob|data|devtools):/;

/** Blocks every request to other machines, whatever page makes it. */
export function limitNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !localScheme.test(details.url) }));
}
