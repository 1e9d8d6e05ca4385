/**
 * `npm run screenshots` takes the pictures of `docs/screenshots` from the built app in a browser, all of a sample call.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { E2eApp } from '../tests/support/e2e/e2eApp.ts';
import { callShown } from '../tests/support/e2e/e2eScreens.ts';
import { holdScreen, makeHoldable, StagedCall } from '../tests/support/e2e/e2eStagedCall.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'screenshots');
const sample = 'matching-the-anger';
/** A moment shortly before a cue in the sample call, when the screen also shows a wave. */
const sceneSeconds = 50;

const wide = { width: 1280, height: 800 };
const looks = [
  { name: 'light', colorScheme: 'light', size: wide },
  { name: 'dark', colorScheme: 'dark', size: wide },
  { name: 'narrow', colorScheme: 'light', size: { width: 400, height: 800 } },
] as const;
type Look = (typeof looks)[number];

await mkdir(folder, { recursive: true });
const app = await E2eApp.start({ context: { reducedMotion: 'reduce' } });
try {
  await app.context.addInitScript(makeHoldable);
  await takeLive(await app.open('live'));
  await takeSummary(await app.open('library'));
} finally {
  await app.stop();
}

async function takeLive(page: Page): Promise<void> {
  const call = await StagedCall.start(app, sample);
  await page.reload();
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
  await call.hastenTo(sceneSeconds);
  await page.getByRole('status', { name: 'Cue' }).filter({ hasText: /./ }).waitFor();
  await holdScreen(page);
  for (const look of looks) {
    await dress(page, look);
    await take(page, 'live', look);
  }
  await call.stop();
}

async function takeSummary(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Matching the anger/ }).click();
  await callShown(page);
  for (const look of looks) {
    await dress(page, look);
    await page.reload();
    await callShown(page);
    await page.getByRole('button', { name: /^Cue/ }).first().click();
    await take(page, 'call', look);
  }
}

async function dress(page: Page, { colorScheme, size }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(size);
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
}

/** Takes a picture; that of a narrow window includes the parts that don't fit into the window. */
async function take(page: Page, screen: string, { name, size }: Look): Promise<void> {
  const file = `${screen}-${name}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: size !== wide, animations: 'disabled' });
  console.log(`docs/screenshots/${file}`);
}
