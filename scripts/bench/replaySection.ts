import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { median } from '../../core/statistics/median.ts';
import { E2eApp } from '../../tests/support/e2e/e2eApp.ts';
import { waveform } from '../../tests/support/e2e/e2eScreens.ts';
import { keepLibrary } from '../../tests/support/keptLibrary.ts';
import { longReport } from '../../tests/support/longReport.ts';
import type { BenchSetup } from './benchSetup.ts';
import { atLeast, atMost, type Figure } from './figure.ts';

const CALL_ID = 'an-hour';
const SECONDS = 3_600;
const WATCHED_SECONDS = 5;
const PAGE_BYTES = 4_096;

/** Measures how quickly an hour of call opens in a browser, how smoothly it plays, and what it costs. */
export async function replaySection({ runs }: BenchSetup): Promise<readonly Figure[]> {
  const app = await E2eApp.start({ prepare: saveHour });
  try {
    const opened: number[] = [];
    let page = await app.open('library');
    for (let run = 0; run < runs; run++) {
      await page.close();
      page = await app.open('library');
      opened.push(await secondsToOpen(page));
    }
    await page.getByRole('button', { name: 'Play' }).click();
    const whole = await framesPerSecond(page);
    for (let step = 0; step < 6; step++) await page.keyboard.press('+');
    const zoomed = await framesPerSecond(page);
    const switched = await framesPerSecond(page, async () => {
      for (const layer of ['Speech', 'Pauses', 'Loud', 'Talk-over']) {
        await page.getByRole('checkbox', { name: layer }).click();
        await page.waitForTimeout(WATCHED_SECONDS * 200);
      }
    });
    const megabytes = await rendererMegabytes(app.context.browser()!);
    return [
      atMost('opening: from the click until both lanes are drawn', median(opened)!, 1, 's', 2),
      atLeast('playing, the whole hour in view', whole, 50, 'frames/s', 1),
      atLeast('playing, a minute in view', zoomed, 50, 'frames/s', 1),
      atLeast('playing, a minute in view, while layers are switched', switched, 50, 'frames/s', 1),
      atMost('memory of the page’s process, without what it shares with other processes', megabytes, 350, 'MB', 0),
    ];
  } finally {
    await app.stop();
  }
}

async function saveHour(dataDir: string): Promise<void> {
  await keepLibrary(dataDir, [{ callId: CALL_ID, report: longReport(SECONDS), audioSeconds: SECONDS }]);
}

async function secondsToOpen(page: Page): Promise<number> {
  const began = performance.now();
  await page.evaluate((callId) => {
    window.location.hash = `#/calls/${callId}`;
  }, CALL_ID);
  await waveform(page).nth(1).waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return (performance.now() - began) / 1000;
}

/** Returns the frames drawn per second over a few seconds, while `meanwhile` runs. */
async function framesPerSecond(page: Page, meanwhile: () => Promise<void> = async () => {}): Promise<number> {
  const counting = page.evaluate(
    (seconds) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        let frames = 0;
        const count = (now: number) => {
          frames += 1;
          if (now - began < seconds * 1000) requestAnimationFrame(count);
          else resolve((1000 * frames) / (now - began));
        };
        requestAnimationFrame(count);
      }),
    WATCHED_SECONDS,
  );
  await meanwhile();
  return counting;
}

async function rendererMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(async ({ id }) => {
      const [, resident, shared] = (await readFile(`/proc/${id}/statm`, 'utf8')).split(' ').map(Number);
      return (((resident ?? 0) - (shared ?? 0)) * PAGE_BYTES) / 1e6;
    });
  return Math.max(...(await Promise.all(sizes)));
}
