import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { E2eApp } from '../../support/e2e/e2eApp.ts';
import { expectNoBarrier, expectNoViolation } from '../../support/e2e/e2eBarriers.ts';
import { summaryShown } from '../../support/e2e/e2eScreens.ts';
import { readCsv } from '../../support/readCsv.ts';

const testTimeout = 120_000;

describe('the library', { timeout: testTimeout }, () => {
  let app: E2eApp;
  let page: Page;

  beforeAll(async () => {
    app = await E2eApp.start();
    page = await app.open('library');
    for (const title of ['Matching the anger', 'Soft and patient']) {
      await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
      await summaryShown(page);
      await page.getByRole('link', { name: 'Calls' }).click();
      await page.getByRole('link', { name: new RegExp(`^${title}`) }).waitFor();
    }
  }, testTimeout);
  afterAll(() => app.stop());

  const titles = () => page.getByRole('row').getByRole('link').locator('.call-table-title').allTextContents();

  it('keeps the calls from load to load, the latest first', async () => {
    await page.reload();
    await expect.poll(titles).toEqual(['Soft and patient', 'Matching the anger']);
  });

  it('sorts by a measure, either way', async () => {
    await page.getByRole('button', { name: 'Interrupted' }).click();
    await expect.poll(titles).toEqual(['Matching the anger', 'Soft and patient']);
    await page.getByRole('button', { name: 'Interrupted' }).click();
    await expect.poll(titles).toEqual(['Soft and patient', 'Matching the anger']);
  });

  it('finds what is searched for, and by the range of a measure', async () => {
    await page.getByLabel('Search').fill('anger');
    await expect.poll(titles).toEqual(['Matching the anger']);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Measure', { exact: true }).selectOption('softShare');
    await page.getByLabel('at least').fill('50');
    await expect.poll(titles).toEqual(['Soft and patient']);
    const more = page.getByRole('group', { name: 'One more measure' });
    await more.getByLabel('Measure', { exact: true }).selectOption('durationSeconds');
    await page.getByRole('group', { name: 'Length, s' }).getByLabel('at most').fill('5');
    await page.getByText('No call is like that.').waitFor();
    await page.getByRole('group', { name: 'Soft share, %' }).getByLabel('at least').fill('');
    await page.getByRole('group', { name: 'Length, s' }).getByLabel('at most').fill('3600');
    await expect.poll(async () => (await titles()).length).toBe(2);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(async () => (await titles()).length).toBe(2);
  });

  it('names the agent of the chosen calls, and filters by the name', async () => {
    await page.getByRole('checkbox', { name: 'Choose all that are listed' }).check();
    await page.getByRole('button', { name: 'Set agent' }).click();
    await page.getByLabel('Agent’s name').fill('Ada');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('cell', { name: 'Ada' }).count()).toBe(2);
    await expect
      .poll(() => page.getByLabel('Agent', { exact: true }).locator('option').allTextContents())
      .toContain('Ada');
  });

  it('tags the chosen calls, and takes a tag off again', async () => {
    const call = page.getByRole('row').getByRole('link', { name: /^Soft and patient/ });
    await page.getByRole('checkbox', { name: 'Choose Soft and patient' }).check();
    await page.getByRole('button', { name: 'Add tag' }).click();
    await page.getByLabel('Tag', { exact: true }).last().fill('billing');
    await page.keyboard.press('Enter');
    await call.filter({ hasText: 'billing' }).waitFor();
    await page.getByRole('checkbox', { name: 'Choose Soft and patient' }).check();
    await page.getByRole('button', { name: 'Remove tag' }).click();
    await page.getByRole('button', { name: 'Remove the tag billing' }).click();
    await call.filter({ hasNotText: 'billing' }).waitFor();
  });

  it('gives a call its title, agent and tags where it is looked at', async () => {
    await page
      .getByRole('row')
      .getByRole('link', { name: /^Soft and patient/ })
      .click();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Title').fill('Soft and very patient');
    await page.getByLabel('Tags, with commas between them').fill('calm, billing');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Soft and very patient' }).waitFor();
    await page.getByText('Ada · calm · billing').waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Title').fill('Soft and patient');
    await page.getByLabel('Agent’s name').fill('Bo');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Soft and patient' }).waitFor();
    await page.getByRole('link', { name: 'Calls' }).click();
    await page.getByRole('cell', { name: 'Bo' }).waitFor();
  });

  it('reminds of a call on the day it is to be looked at again, until that is done', async () => {
    const call = page.getByRole('row').getByRole('link', { name: /^Matching the anger/ });
    await call.click();
    const day = page.getByLabel('Follow up on');
    await day.fill(new Intl.DateTimeFormat('sv-SE').format(new Date()));
    await day.blur();
    await page.getByRole('link', { name: 'Live' }).click();
    await page.getByRole('list', { name: 'Follow up' }).getByText('Follow up today: Matching the anger').waitFor();
    await page.getByRole('link', { name: 'Calls' }).click();
    await call.filter({ hasText: 'follow up' }).waitFor();
    await page.getByRole('button', { name: 'Done: Matching the anger' }).click();
    await page.getByRole('list', { name: 'Follow up' }).waitFor({ state: 'detached' });
    await call.filter({ hasNotText: 'follow up' }).waitFor();
  });

  it('says what leaves of the chosen calls, and makes one file of them', async () => {
    await page.getByRole('checkbox', { name: 'Choose all that are listed' }).check();
    await page.getByRole('button', { name: 'Take away…' }).click();
    await page.getByText(/^What will leave .*“Soft and patient”, “Matching the anger”:$/).waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Numbers (CSV)' }).click();
    const rows = readCsv(await readFile(await (await downloading).path(), 'utf8'));
    expect(rows.map(([title]) => title)).toEqual(['title', 'Soft and patient', 'Matching the anger']);
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'Choose all that are listed' }).uncheck();
  });

  it('seals the chosen calls in one pack, which another installation opens with its passphrase alone', async () => {
    await page
      .getByRole('row')
      .getByRole('link', { name: /^Matching the anger/ })
      .click();
    await page.getByLabel('What worked well').fill('I stayed.');
    await page.getByLabel('To what your coach says').selectOption('I see it differently');
    await page.getByLabel('Why, if you like').fill('The line was bad.');
    await page.getByRole('link', { name: 'Calls' }).click();
    await page.getByRole('checkbox', { name: 'Choose all that are listed' }).check();
    await page.getByRole('button', { name: 'Take away…' }).click();
    await page.getByRole('button', { name: 'Coach pack, sealed…' }).click();
    const dialog = page.getByRole('dialog', { name: 'A coach pack of 2 calls' });
    const leaving = dialog.getByRole('region', { name: /^What will leave/ }).getByRole('listitem');
    await expect
      .poll(() => leaving.allInnerTexts())
      .toEqual(['“Soft and patient”, 1:26\nno voices', '“Matching the anger”, 1:03\nLooking back · no voices']);
    await dialog.getByRole('checkbox', { name: /^Both voices/ }).check();
    await expect
      .poll(() => leaving.allInnerTexts())
      .toEqual([
        expect.stringMatching(/^“Soft and patient”, 1:26\nBoth voices \(\d\.\d MB\)$/),
        expect.stringMatching(/^“Matching the anger”, 1:03\nLooking back · Both voices \(\d\.\d MB\)$/),
      ]);
    await dialog.getByLabel('A word to whoever opens it').fill('Hear both.');
    await dialog.getByLabel('Passphrase', { exact: true }).fill('a quiet passphrase');
    const save = dialog.getByRole('button', { name: 'Save the file' });
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel('The passphrase again').fill('a quiet passphrase');
    await expectNoBarrier(page, { part: 'dialog[open]' });
    const downloading = page.waitForEvent('download');
    await save.click();
    const packPath = await (await downloading).path();
    await dialog.getByText(/^calls\.coachpack \(.* MB\) was handed to your downloads\.$/).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Take away…' }).evaluate((it) => it === document.activeElement)).toBe(
      true,
    );
    await page.getByRole('checkbox', { name: 'Choose all that are listed' }).uncheck();

    const other = await E2eApp.start();
    try {
      const there = await other.open('library');
      await there.getByRole('link', { name: 'Open a coach pack…' }).click();
      await there.locator('input[type=file][accept=".coachpack"]').setInputFiles(packPath);
      const passphrase = there.getByLabel('Passphrase', { exact: true });
      await passphrase.fill('another passphrase');
      await there.keyboard.press('Enter');
      await there.getByText('The pack did not open').waitFor();
      await passphrase.fill('a quiet passphrase');
      await there.keyboard.press('Enter');
      await there.getByText('Hear both.').waitFor();
      await there.getByRole('heading', { level: 1, name: 'Soft and patient' }).waitFor();
      await there.getByLabel('Its 2 calls').selectOption('2. Matching the anger');
      await there.getByRole('heading', { level: 1, name: 'Matching the anger' }).waitFor();
      await there.getByText('I stayed.').waitFor();
      await there.getByText('I see it differently. The line was bad.').waitFor();
      await there.getByRole('button', { name: 'Play', exact: true }).waitFor();
      await expectNoViolation(there, { part: '.pack-banner, .coaching' });
      await there.getByRole('button', { name: 'Keep in the library' }).click();
      await there
        .getByRole('row')
        .getByRole('link', { name: /^Matching the anger/ })
        .waitFor();
      await there
        .getByRole('row')
        .getByRole('link', { name: /^Soft and patient/ })
        .waitFor();
      other.expectNoComplaints();
    } finally {
      await other.stop();
    }
  });

  it('erases the chosen call once that is confirmed', async () => {
    await page.getByRole('checkbox', { name: 'Choose Matching the anger' }).check();
    await page.getByRole('button', { name: 'Erase…' }).click();
    await page.getByRole('button', { name: 'Keep' }).click();
    expect((await titles()).length).toBe(2);
    await page.getByRole('button', { name: 'Erase…' }).click();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await expect.poll(titles).toEqual(['Soft and patient']);
    app.expectNoComplaints();
  });

  it('erases all of an agent once that is confirmed', async () => {
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Agent', { exact: true }).selectOption('Bo');
    await page.getByRole('button', { name: 'Erase all of Bo…' }).click();
    await page.getByText('Erase every call of Bo for good').waitFor();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('No calls yet.').waitFor();
    expect(await page.getByLabel('Agent', { exact: true }).locator('option').allTextContents()).toEqual([
      'Every agent',
    ]);
    app.expectNoComplaints();
  });
});
