import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { bundledChromium } from './e2e/e2eBundledChromium.ts';

/** Names on the search path, then the locations used by Chrome's installers on macOS and Windows. */
const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const wellKnownPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .flatMap((name) => process.env[name] ?? [])
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

/** Disables background activity: no updates, no first-run pages, no traffic except to the tested page. */
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

export type BrowserProgram = Pick<LaunchOptions, 'env'> & { readonly executablePath: string };

let isNamed = false;

/**
 * Launches a browser, by default the first one available, and logs once which one.
 *
 * @param isAudible true to play its sound, which a headless browser does not do by default
 */
export async function launchBrowser(
  args: readonly string[] = [],
  isAudible = false,
  program?: BrowserProgram,
): Promise<Browser> {
  program ??= (await browsersAtHand())[0]!;
  const browser = await chromium.launch({
    ...program,
    args: [...quietArgs, ...args],
    ...(isAudible && { ignoreDefaultArgs: ['--mute-audio'] }),
  });
  if (!isNamed) process.stderr.write(`Browser: Chromium ${browser.version()} (${program.executablePath})\n`);
  isNamed = true;
  return browser;
}

/**
 * Returns the browser at `CHROMIUM_PATH`, an installed Chrome or Chromium, and the one installed by npm, if they exist.
 */
export async function browsersAtHand(): Promise<readonly BrowserProgram[]> {
  const installed = [process.env['CHROMIUM_PATH'], installedBrowser()].flatMap((path) => path || []);
  const programs = [...new Set(installed)].map((executablePath) => ({ executablePath }));
  return process.platform === 'linux' && process.arch === 'x64' ? [...programs, await bundledChromium()] : programs;
}

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = programNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...wellKnownPaths].find((path) => existsSync(path));
}
