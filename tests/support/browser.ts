import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { bundledChromium } from './e2e/e2eBundledChromium.ts';

/** Names on the search path, then where Chrome's installers put it on macOS and Windows. */
const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const wellKnownPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .flatMap((name) => process.env[name] ?? [])
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

/** Nothing in the background: no updates, no first-run pages, no traffic but to the page under test. */
const quietArgs = [
  '--no-sandbox',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--metrics-recording-only',
];

type Program = Pick<LaunchOptions, 'env'> & { readonly executablePath: string };

let isNamed = false;

/**
 * Launches the browser that is there: the one at `CHROMIUM_PATH`, else an installed Chrome or Chromium, else the one that npm
 * brought. Says once which it is.
 *
 * @param isAudible plays its sound, which a browser without a window does not by itself
 */
export async function launchBrowser(args: readonly string[] = [], isAudible = false): Promise<Browser> {
  const program = await findProgram();
  const browser = await chromium.launch({
    ...program,
    args: [...quietArgs, ...args],
    ...(isAudible && { ignoreDefaultArgs: ['--mute-audio'] }),
  });
  if (!isNamed) process.stderr.write(`Browser: Chromium ${browser.version()} (${program.executablePath})\n`);
  isNamed = true;
  return browser;
}

async function findProgram(): Promise<Program> {
  const executablePath = process.env['CHROMIUM_PATH'] || installedBrowser();
  return executablePath ? { executablePath } : bundledChromium();
}

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = programNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...wellKnownPaths].find((path) => existsSync(path));
}
