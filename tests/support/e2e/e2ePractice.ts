import type { Page } from 'playwright-core';
import { chooseSampleBaseline } from './e2eScreens.ts';

/** Waits ten times as long as usual, for a busy machine. */
export const patience = { timeout: 120_000 };

/** Opens the practice page, with the page's microphone and the baseline of the samples' agent. */
export async function openPractice(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Practice' }).click();
  await page.getByLabel('Your microphone', { exact: true }).selectOption('page:');
  await chooseSampleBaseline(page);
}

/** Returns a tab by its name, with any number behind it. */
export const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });

/** Passes files to the button that asks for them. */
export async function choose(
  page: Page,
  button: string,
  files: readonly { name: string; buffer: Buffer }[],
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })));
}
