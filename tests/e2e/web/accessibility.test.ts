import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { E2eApp } from '../../support/e2e/e2eApp.ts';
import { expectNoBarrier } from '../../support/e2e/e2eBarriers.ts';
import { fakeMicrophoneArgs } from '../../support/e2e/e2eMicrophone.ts';
import { devicesListed, playhead, summaryShown } from '../../support/e2e/e2eScreens.ts';
import { baselinePath, samplePath } from '../../support/e2e/e2eSounds.ts';
import { holdScreen, makeHoldable, StagedCall } from '../../support/e2e/e2eStagedCall.ts';

const testTimeout = 120_000;

let app: E2eApp;
let page: Page;

beforeAll(async () => {
  app = await E2eApp.start({
    browserArgs: fakeMicrophoneArgs,
    context: { reducedMotion: 'reduce' },
  });
  await app.context.addInitScript(makeHoldable);
}, testTimeout);
afterAll(() => app.stop());

beforeEach(async () => {
  page = await app.open('live');
});
afterEach(async () => {
  await page.close();
  app.expectNoComplaints();
});

describe('every primary task can be done by the keyboard alone', { timeout: testTimeout }, () => {
  it('trying the sample call, and going through its summary', async () => {
    await page.keyboard.press('2');
    await tabTo('button', /^Matching the anger/);
    await page.keyboard.press('Enter');
    await summaryShown(page);

    await page.keyboard.press('ArrowRight');
    await expect.poll(() => playhead(page)).toBe(5);
    await tabTo('button', /^Play$/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo('checkbox', /^Talk-over$/);
    await page.keyboard.press(' ');
    expect(await page.getByRole('checkbox', { name: 'Talk-over' }).isChecked()).toBe(false);
    await tabTo('button', /^You interrupted/);
    await page.keyboard.press('Enter');
    await expect.poll(() => playhead(page)).toBe(9);

    await tabTo('button', /^Take away$/);
    await page.keyboard.press('Enter');
    const downloading = page.waitForEvent('download');
    await tabTo('button', /^Save the file$/);
    await page.keyboard.press('Enter');
    expect((await downloading).suggestedFilename()).toMatch(/\.html$/);
  });

  it('opening a recording', async () => {
    await tabTo('link', /^Calls$/);
    await page.keyboard.press('Enter');
    const choosing = page.waitForEvent('filechooser');
    await tabTo('button', /^Choose files$/);
    await page.keyboard.press('Enter');
    await (await choosing).setFiles(samplePath('soft-and-patient'));
    await summaryShown(page);
  });

  it('choosing the sources and a baseline, and coaching a call', async () => {
    await devicesListed(page);
    await tabTo('combobox', /^You/);
    await page.keyboard.type('Microphone of this page');
    expect(await page.getByLabel('You', { exact: true }).inputValue()).toBe('page:');
    const choosing = page.waitForEvent('filechooser');
    await tabTo('button', /^From a file$/);
    await page.keyboard.press('Enter');
    await (await choosing).setFiles(baselinePath);
    await page.getByText(/^Measured against your baseline/).waitFor();
    await tabTo('button', /^Start$/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    await tabTo('button', /^Stop$/);
    await page.keyboard.press('Enter');
    await summaryShown(page);
  });
});

describe('in light, in dark and in a narrow window', { timeout: testTimeout }, () => {
  it('Live before a call has no barrier', () => expectNoBarrier(page));

  it('Calls has no barrier', async () => {
    await page.getByRole('link', { name: 'Calls' }).click();
    await page.getByRole('heading', { level: 1, name: 'Calls' }).waitFor();
    await expectNoBarrier(page);
  });

  it('Summary has no barrier', async () => {
    await page.getByRole('link', { name: 'Calls' }).click();
    await page.getByRole('button', { name: /^Matching the anger/ }).click();
    await summaryShown(page);
    await page.getByText('Everything marked, as a table').click();
    await expectNoBarrier(page);
  });

  it('Live during a call, large and small, has no barrier', async () => {
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

/** Presses Tab until such an element has the focus. */
async function tabTo(role: 'button' | 'link' | 'checkbox' | 'combobox', name: RegExp): Promise<void> {
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
