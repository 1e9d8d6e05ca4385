import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { type ExpectStatic, expect as expectOfFile } from 'vitest';

const narrow = { width: 400, height: 800 };

interface BarrierOptions {
  /** A selector of what is looked at, where the rest is what other screens have too; all of the page where missing. */
  readonly part?: string;
  /** That of the test, where tests run at the same time. */
  readonly expect?: ExpectStatic;
}

/**
 * Nothing that axe knows as a violation, in dark nothing that is about contrast (the rest is the same), and in a narrow window
 * nothing to scroll for sideways.
 */
export async function expectNoBarrier(page: Page, options: BarrierOptions = {}): Promise<void> {
  const { expect = expectOfFile } = options;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    // The colours follow with the frames after it.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await expectNoViolation(page, options, colorScheme === 'dark' ? ['color-contrast'] : undefined);
  }
  const usual = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize(narrow);
  // Polled, because the page is laid out anew some time after the window's size has changed.
  await expect.poll(() => pixelsBeside(page), { timeout: 5_000 }).toBe(0);
  await page.setViewportSize(usual);
}

/** Nothing that axe knows as a violation, as the page is now. @param rules only these of axe's */
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

/** How far the page can be scrolled sideways. */
function pixelsBeside(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
