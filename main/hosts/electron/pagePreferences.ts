import type { WebPreferences } from 'electron';

/**
 * Returns the permissions of every page of the app: it may show itself, and ask for ports through the preload script.
 */
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
    // A window behind the softphone still captures the call.
    backgroundThrottling: false,
  };
}
