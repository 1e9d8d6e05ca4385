import type { App, Session } from 'electron';
import { isAppUrl } from './appAddress.ts';

/** Keeps every page where it is: no other address, no further window, no embedded page. */
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

/** What a page needs and its policy allows, besides the tools of Chromium itself. */
const localScheme = /^(app|blob|data|devtools):/;

/** Lets nothing out of this machine, whatever a page asks for. */
export function limitNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !localScheme.test(details.url) }));
}
