import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { type ExpectStatic, expect as expectOfFile } from 'vitest';

const narrow = { width: 400, height: 800 };

interface BarrierOptions {
  /** A selector of the part to check, where other screens share the rest; the whole page by default. */
  readonly part?: string;
  /** The `expect` of the test, for tests that run concurrently. */
  readonly expect?: ExpectStatic;
}

/**
 * Expects no violation that axe knows, no contrast violation in dark mode (the rest is the same there), and no sideways
 * scrolling in a narrow window.
 */
export async function expectNoBarrier(page: Page, options: BarrierOptions = {}): Promise<void> {
  const { expect = expectOfFile } = options;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    // The colours change one frame later.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await expectNoViolation(page, options, colorScheme === 'dark' ? ['color-contrast'] : undefined);
  }
  const usual = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize(narrow);
  // Polled, because the page is laid out again some time after the window's size has changed.
  await expect.poll(() => pixelsBeside(page), { timeout: 5_000 }).toBe(0);
  await page.setViewportSize(usual);
}

/**
 * Expects no violation that axe knows on the page in its current state.
 *
 * @param rules limits the check to these rules of axe
 */
export async function expectNoViolation(
  page: Page,
  { part, expect = expectOfFile }: BarrierOptions = {},
  rules?: string[],
): Promise<void> {
  // To read style sheets ahead of its checks, axe would write inline styles, which the app's policy rightly blocks.
  const builder = new AxeBuilder({ page }).options({ preload: false, ...(rules && { runOnly: rules }) });
  const { violations } = await (part === undefined ? builder : builder.include(part)).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Returns how far the page can be scrolled sideways, in pixels. */
function pixelsBeside(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
