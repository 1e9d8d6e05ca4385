import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { baselinePath } from './e2eSounds.ts';

/** The analysis takes seconds; a busy machine gets ten times as long. */
export const analysisTimeout = { timeout: 90_000 };

/** Waits until a call is on the screen, with its waveform. */
export async function callShown(page: Page): Promise<void> {
  await page.waitForURL(/#\/calls\//, analysisTimeout);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await waveform(page).first().waitFor();
}

/** The drawn lanes of the call, the agent's first. */
export function waveform(page: Page): Locator {
  return page.locator('.timeline-waves [part=canvases] canvas');
}

/** Returns the position of the playhead, in whole seconds. */
export async function playhead(page: Page): Promise<number> {
  return Number(await page.getByRole('slider', { name: 'Position in the call' }).getAttribute('aria-valuenow'));
}

/** The input behind the button that opens a recording. */
export function recordingInput(page: Page): Locator {
  return page.locator('input[type=file][accept*="audio"]');
}

/** Exports the report of the call on the screen, as parsed JSON. */
export async function exportedReport(page: Page): Promise<unknown> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('radio', { name: /^Report for other programs/ }).check();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save file' }).click();
  const report: unknown = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
  await page.getByRole('button', { name: 'Close' }).click();
  return report;
}

/** Waits until the live screen lists the devices, or explains why there are none. */
export async function devicesListed(page: Page): Promise<void> {
  await page.locator('option[value^="device:"], [role=alert]').first().waitFor({ state: 'attached' });
}

/** Selects the file of the sample calls' agent as the baseline. */
export async function chooseSampleBaseline(page: Page): Promise<void> {
  await page.locator('input[type=file][accept*="application/json"]').setInputFiles(baselinePath);
  await page.getByText(/^Compared with your voice baseline/).waitFor();
}

/** A change of the live screen. */
export interface Shown {
  readonly what: 'floor' | 'cue' | 'softness' | 'pace' | 'wave' | 'talk share';
  readonly text: string;
  /** On the clock of `Date.now()`. */
  readonly atMs: number;
}

declare global {
  interface Window {
    shown: Shown[];
  }
}

/** Records every change of the live screen from now on, at the moment it is drawn. */
export async function followLiveScreen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
    const label = (selector: string) => document.querySelector(selector)?.getAttribute('aria-label') ?? '';
    const last = new Map<string, string>();
    window.shown = [];
    const look = () => {
      const now = {
        floor: label('.floor'),
        cue: text('[role=status][aria-label=Cue]'),
        softness: label('.gauge[aria-label^=Softness]'),
        pace: label('.gauge[aria-label^=Pace]'),
        wave: text('.wave-state'),
        'talk share': text('.talk-share-text'),
      };
      for (const [what, words] of Object.entries(now) as [Shown['what'], string][]) {
        if (last.get(what) !== words) window.shown.push({ what, text: words, atMs: Date.now() });
        last.set(what, words);
      }
    };
    const changes = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver(look).observe(document.body, changes);
    look();
  });
}

/** Waits until the live screen has shown these words, and returns the time at which it first did. */
export async function firstShown(page: Page, what: Shown['what'], words: RegExp, timeout = 60_000): Promise<number> {
  const found = await page.waitForFunction(
    ([kind, source]) => window.shown.find((entry) => entry.what === kind && new RegExp(source).test(entry.text)),
    [what, words.source] as const,
    { timeout },
  );
  return (await found.jsonValue())?.atMs ?? Number.NaN;
}
