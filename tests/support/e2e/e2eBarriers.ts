import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { type ExpectStatic, expect as expectOfFile } from 'vitest';

const narrow = { width: 400, height: 800 };

/**
 * Nothing that axe knows as a violation, in dark nothing that is about contrast (the rest is the same), and in a narrow window
 * nothing to scroll for sideways.
 *
 * @param expect of the test, where tests run at the same time
 */
export async function expectNoBarrier(page: Page, expect: ExpectStatic = expectOfFile): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {};
    // To read style sheets ahead of its checks, axe would write inline styles, which the app's policy rightly blocks.
    const { violations } = await new AxeBuilder({ page }).options({ preload: false, ...rules }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(found, colorScheme).toEqual([]);
  }
  const usual = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize(narrow);
  // Polled, because the page is laid out anew some time after the window's size has changed.
  await expect.poll(() => pixelsBeside(page), { timeout: 5_000 }).toBe(0);
  await page.setViewportSize(usual);
}

/** How far the page can be scrolled sideways. */
function pixelsBeside(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
