import type { WebPreferences } from 'electron';

/** What the page of any of the app's windows may do: show itself, and ask for ports through the preload script. */
export function pagePreferences(preload: string): WebPreferences {
  return {
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
  };
}
