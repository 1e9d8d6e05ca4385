import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectNoBarrier } from '../../support/e2e/e2eBarriers.ts';
import { fakeMicrophoneArgs } from '../../support/e2e/e2eMicrophone.ts';
import { callShown, devicesListed, playhead } from '../../support/e2e/e2eScreens.ts';
import { baselinePath, samplePath } from '../../support/e2e/e2eSounds.ts';
import { holdScreen, makeHoldable, StagedCall } from '../../support/e2e/e2eStagedCall.ts';
import { e2eTest } from '../../support/e2e/e2eTest.ts';

const testTimeout = 120_000;

const it = e2eTest({
  screen: 'live',
  browserArgs: fakeMicrophoneArgs,
  context: { reducedMotion: 'reduce' },
  initScript: makeHoldable,
});

describe('every primary task can be done with the keyboard alone', { timeout: testTimeout }, () => {
  it('opening the sample call, and going through its page', async ({ page }) => {
    await page.keyboard.press('2');
    await tabTo(page, 'button', /^Matching the anger/);
    await page.keyboard.press('Enter');
    await callShown(page);

    await page.keyboard.press('ArrowRight');
    await expect.poll(() => playhead(page)).toBe(5);
    await tabTo(page, 'button', /^Play$/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, 'checkbox', /^Talk-over$/);
    await page.keyboard.press(' ');
    expect(await page.getByRole('checkbox', { name: 'Talk-over' }).isChecked()).toBe(false);
    await tabTo(page, 'button', /^Agent interrupted/);
    await page.keyboard.press('Enter');
    await expect.poll(() => playhead(page)).toBe(9);

    await tabTo(page, 'button', /^Export$/);
    await page.keyboard.press('Enter');
    const downloading = page.waitForEvent('download');
    await tabTo(page, 'button', /^Save file$/);
    await page.keyboard.press('Enter');
    expect((await downloading).suggestedFilename()).toMatch(/\.html$/);
  });

  it('opening a recording', async ({ page }) => {
    await tabTo(page, 'link', /^Calls$/);
    await page.keyboard.press('Enter');
    const choosing = page.waitForEvent('filechooser');
    await tabTo(page, 'button', /^Select files$/);
    await page.keyboard.press('Enter');
    await (await choosing).setFiles(samplePath('soft-and-patient'));
    await callShown(page);
  });

  it('selecting the sources and a baseline, and coaching a call', async ({ page }) => {
    await devicesListed(page);
    await tabTo(page, 'combobox', /^You/);
    await page.keyboard.type('This browser’s microphone');
    expect(await page.getByLabel('You', { exact: true }).inputValue()).toBe('page:');
    const choosing = page.waitForEvent('filechooser');
    await tabTo(page, 'button', /^From a file$/);
    await page.keyboard.press('Enter');
    await (await choosing).setFiles(baselinePath);
    await page.getByText(/^Compared with your voice baseline/).waitFor();
    await tabTo(page, 'button', /^Start$/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    await tabTo(page, 'button', /^Stop$/);
    await page.keyboard.press('Enter');
    await callShown(page);
  });
});

describe('in light, in dark and in a narrow window', { timeout: testTimeout }, () => {
  it('the live page before a call has no barrier', ({ page }) => expectNoBarrier(page));

  it('the library has no barrier', async ({ page }) => {
    await page.getByRole('link', { name: 'Calls' }).click();
    await page.getByRole('heading', { level: 1, name: 'Calls' }).waitFor();
    await expectNoBarrier(page);
  });

  it('the page of a call has no barrier', async ({ page }) => {
    await page.getByRole('link', { name: 'Calls' }).click();
    await page.getByRole('button', { name: /^Matching the anger/ }).click();
    await callShown(page);
    await page.getByText('All marks as a table').click();
    await expectNoBarrier(page);
  });

  it('the live page during a call, large and small, has no barrier', async ({ app, page }) => {
    const call = await StagedCall.start(app, 'matching-the-anger');
    try {
      await page.reload();
      await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
      await call.hastenTo(11);
      await page.getByRole('status', { name: 'Cue' }).filter({ hasText: 'Let them finish' }).waitFor();
      await holdScreen(page);
      await expectNoBarrier(page);
      await page.goto(page.url().replace(/#.*/, '#/compact'));
      await page.getByRole('status', { name: 'Cue' }).waitFor();
      await expectNoBarrier(page);
    } finally {
      await call.stop();
    }
  });
});

/** Presses Tab until an element with this role and name has the focus. */
async function tabTo(page: Page, role: 'button' | 'link' | 'checkbox' | 'combobox', name: RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name });
  await wanted.first().waitFor();
  for (let step = 0; step < 100; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await wanted.evaluateAll((elements) =>
      elements.some((element) => element === document.activeElement),
    );
    if (focused) return;
  }
  throw new Error(`The Tab key does not reach the ${role} ${name}`);
}
