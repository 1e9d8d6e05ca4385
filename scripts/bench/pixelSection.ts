import type { Page } from 'playwright-core';
import { E2eApp } from '../../tests/support/e2e/e2eApp.ts';
import { PulseAudio, pulseAudioProblem } from '../../tests/support/pulseAudio.ts';
import type { BenchSetup } from './benchSetup.ts';
import { Caller } from './caller.ts';
import { atMost, type Figure, percentile } from './figure.ts';
import { ReferenceRecorder } from './referenceRecorder.ts';

/** A state of the floor light and the time at which it appeared, on the clock of `Date.now`. */
interface ShownFloor {
  readonly state: string | undefined;
  readonly atMs: number;
}

declare global {
  interface Window {
    shownFloors: ShownFloor[];
  }
}

/**
 * Measures the time from the moment that a separate recorder hears the caller to the frame in which the floor light
 * shows it, in a browser with the built app.
 */
export async function pixelSection({ recordings }: BenchSetup): Promise<readonly Figure[]> {
  const problem = pulseAudioProblem();
  if (problem) return [{ what: 'sound to pixel', measured: problem }];
  const pulse = await PulseAudio.start();
  try {
    const caller = await Caller.start(pulse, recordings);
    const reference = new ReferenceRecorder(pulse, 'speaker.monitor');
    const app = await E2eApp.start({ env: pulse.env });
    try {
      const page = await app.open('live');
      await page.getByLabel('You', { exact: true }).selectOption('device:Headset');
      await page.getByLabel('Caller', { exact: true }).selectOption('device:Monitor of Speaker');
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await page.locator('.floor').waitFor();
      await followFloor(page);
      await caller.speak();
      const shown = await page.evaluate(() => window.shownFloors);
      const delaysMs = reference.heard.flatMap((sound) => {
        const [startMs, endMs] = [performance.timeOrigin + sound.startMs, performance.timeOrigin + sound.endMs];
        const wait = shown.find(({ state, atMs }) => state === 'wait' && atMs > startMs && atMs < endMs);
        return wait ? [wait.atMs - startMs] : [];
      });
      const what = `the caller's voice to "Wait" on the screen, p95 of ${delaysMs.length}`;
      return [atMost(what, percentile(delaysMs, 0.95), 300, 'ms', 0)];
    } finally {
      await app.stop();
      reference.close();
      caller.stop();
    }
  } finally {
    await pulse.stop();
  }
}

/** Records every change of the floor light from now on, with the end of the frame that shows it. */
async function followFloor(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.shownFloors = [];
    let last: string | undefined;
    const look = () => {
      const state = document.querySelector<HTMLElement>('.floor')?.dataset['floor'];
      if (state === last) return;
      last = state;
      // Called before the frame with the change is drawn; the next call follows it.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          window.shownFloors.push({ state, atMs: Date.now() });
        }),
      );
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    look();
  });
}
