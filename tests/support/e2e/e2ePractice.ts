import type { Page } from 'playwright-core';
import { chooseSampleBaseline } from './e2eScreens.ts';

/** Nothing goes wrong that more patience would mend: a machine that also does other things gets ten times as long. */
export const patience = { timeout: 120_000 };

/** Opens the practice, with the page's microphone and the baseline of the samples' agent. */
export async function openPractice(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Practice' }).click();
  await page.getByLabel('Your microphone', { exact: true }).selectOption('page:');
  await chooseSampleBaseline(page);
}

/** One of its tabs, whatever number it has behind its name. */
export const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });

/** Gives these files to the button that asks for some. */
export async function choose(
  page: Page,
  button: string,
  files: readonly { name: string; buffer: Buffer }[],
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })));
}
