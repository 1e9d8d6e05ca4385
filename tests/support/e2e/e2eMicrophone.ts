import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { E2eApp } from './e2eApp.ts';
import { devicesListed } from './e2eScreens.ts';
import { cardWave } from './e2eSounds.ts';

declare global {
  interface Window {
    /** The time at which the page's microphone opened, on the clock of `Date.now()`. */
    microphoneAtMs: number;
  }
}

/** Has a browser use a fake microphone, without asking for permission. */
export const fakeMicrophoneArgs = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

/**
 * Opens the app in a browser with one microphone, which hears these samples from the moment it is opened and then
 * silence. Fails if anything went wrong in the background.
 */
export async function withMicrophone<T>(samples: Float32Array, use: (page: Page) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'softspoken-microphone-'));
  const path = join(folder, 'microphone.wav');
  await writeFile(path, cardWave(samples));
  const browserArgs = [...fakeMicrophoneArgs, `--use-file-for-fake-audio-capture=${path}%noloop`];
  const app = await E2eApp.start({ browserArgs });
  try {
    await app.context.addInitScript(noteMicrophone);
    const page = await app.open('live');
    await devicesListed(page);
    const result = await use(page);
    app.expectNoComplaints();
    return result;
  } finally {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Selects the page's microphone as the agent's. */
export async function chooseMicrophone(page: Page): Promise<void> {
  await page.getByLabel('You', { exact: true }).selectOption({ label: 'This browser’s microphone' });
  await page.getByRole('img', { name: /^You: level: (Quiet|Sound detected)/ }).waitFor();
}

/** Runs in the page. */
function noteMicrophone(): void {
  // The empty page before the first has none: it is not a secure context.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const open = devices?.getUserMedia.bind(devices);
  if (!devices || !open) return;
  devices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    window.microphoneAtMs = Date.now();
    return stream;
  };
}
