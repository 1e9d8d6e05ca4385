import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { CallChanges } from '../../../contract/callContract.ts';
import { E2eApp } from '../../support/e2e/e2eApp.ts';
import { expectNoBarrier, expectNoViolation } from '../../support/e2e/e2eBarriers.ts';
import { callShown } from '../../support/e2e/e2eScreens.ts';
import { e2eTest } from '../../support/e2e/e2eTest.ts';
import { readCsv } from '../../support/readCsv.ts';

const testTimeout = 120_000;

const it = e2eTest({ samples: ['matching-the-anger', 'soft-and-patient'] });

describe('the library', { timeout: testTimeout }, () => {
  it('lists the same calls after a reload, the latest first', async ({ page }) => {
    await page.reload();
    await expect.poll(() => titles(page)).toEqual(['Soft and patient', 'Matching the anger']);
  });

  it('sorts by a measure, either way', async ({ page }) => {
    const interrupted = page.getByRole('button', { name: 'Interrupted' });
    await interrupted.click();
    await expect.poll(() => titles(page)).toEqual(['Matching the anger', 'Soft and patient']);
    await interrupted.click();
    await expect.poll(() => titles(page)).toEqual(['Soft and patient', 'Matching the anger']);
  });

  it('finds calls by a search', async ({ page }) => {
    await page.getByRole('textbox', { name: 'Search' }).fill('anger');
    await expect.poll(() => titles(page)).toEqual(['Matching the anger']);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(async () => (await titles(page)).length).toBe(2);
  });

  it('finds calls by the ranges of several measures', async ({ page }) => {
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page.getByRole('combobox', { name: 'Measure', exact: true }).selectOption('softShare');
    const softShare = page.getByRole('group', { name: 'Spoke softly, %' });
    await softShare.getByLabel('at least').fill('50');
    await expect.poll(() => titles(page)).toEqual(['Soft and patient']);
    const more = page.getByRole('group', { name: 'Another measure' });
    await more.getByRole('combobox', { name: 'Measure', exact: true }).selectOption('durationSeconds');
    const length = page.getByRole('group', { name: 'Length, s' });
    await length.getByLabel('at most').fill('5');
    await page.getByText('No calls match these filters.').waitFor();
    await softShare.getByLabel('at least').fill('');
    await length.getByLabel('at most').fill('3600');
    await expect.poll(async () => (await titles(page)).length).toBe(2);
  });

  it('names the agent of the selected calls, and filters by the name', async ({ page }) => {
    await selectAll(page).check();
    await page.getByRole('button', { name: 'Set agent' }).click();
    const popover = page.getByRole('dialog', { name: 'Set agent' });
    await popover.getByRole('textbox', { name: 'Agent’s name' }).fill('Ada');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('cell', { name: 'Ada' }).count()).toBe(2);
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await expect.poll(() => agentFilter(page).locator('option').allTextContents()).toContain('Ada');
  });

  it('tags the selected calls, and removes a tag again', async ({ page }) => {
    const call = callLink(page, 'Soft and patient');
    const checkbox = page.getByRole('checkbox', { name: 'Select Soft and patient' });
    await checkbox.check();
    await page.getByRole('button', { name: 'Add tag' }).click();
    await page.getByRole('dialog', { name: 'Add tag' }).getByRole('textbox', { name: 'Tag' }).fill('billing');
    await page.keyboard.press('Enter');
    await call.filter({ hasText: 'billing' }).waitFor();
    await checkbox.check();
    await page.getByRole('button', { name: 'Remove tag' }).click();
    await page.getByRole('button', { name: 'Remove the tag billing' }).click();
    await call.filter({ hasNotText: 'billing' }).waitFor();
  });

  it('changes the title, agent and tags on the page of a call', async ({ page }) => {
    await callLink(page, 'Soft and patient').click();
    await callShown(page);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Soft and very patient');
    await page.getByRole('textbox', { name: 'Agent’s name' }).fill('Bo');
    await page.getByRole('textbox', { name: 'Tags (separate with commas)' }).fill('calm, billing');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Soft and very patient' }).waitFor();
    await page.getByText('Bo · calm · billing').waitFor();
    await page.getByRole('link', { name: 'Calls' }).click();
    await page.getByRole('cell', { name: 'Bo' }).waitFor();
  });

  it('reminds the agent of a call on its follow-up day, until that is done', async ({ page }) => {
    const call = callLink(page, 'Matching the anger');
    await call.click();
    await callShown(page);
    const day = page.getByLabel('Follow up on');
    await day.fill(new Intl.DateTimeFormat('sv-SE').format(new Date()));
    await day.blur();
    await page.getByRole('link', { name: 'Live' }).click();
    const reminders = page.getByRole('list', { name: 'Follow-ups' });
    await reminders.getByText('Follow up today: Matching the anger').waitFor();
    await page.getByRole('link', { name: 'Calls' }).click();
    await call.filter({ hasText: 'follow up' }).waitFor();
    await page.getByRole('button', { name: 'Done: Matching the anger' }).click();
    await reminders.waitFor({ state: 'detached' });
    await call.filter({ hasNotText: 'follow up' }).waitFor();
  });

  it('lists what is exported of the selected calls, and makes one file of them', async ({ page }) => {
    await selectAll(page).check();
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByText(/^What will be exported of “Soft and patient” and “Matching the anger”:$/).waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Numbers (CSV)' }).click();
    const rows = readCsv(await readFile(await (await downloading).path(), 'utf8'));
    expect(rows.map(([title]) => title)).toEqual(['title', 'Soft and patient', 'Matching the anger']);
  });

  it('exports the selected calls as one pack, which another installation opens with only its passphrase', async ({
    app,
    page,
    callIds,
  }) => {
    const reflection = { workedWell: 'I stayed.', answer: 'contested', answerNote: 'The line was bad.' } as const;
    await app.withClient((client) =>
      client.notes.changeReflection({ callId: callIds['matching-the-anger'], change: reflection }),
    );
    await selectAll(page).check();
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('button', { name: 'Coach pack, sealed…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Coach pack with 2 calls' });
    const leaving = dialog.getByRole('region', { name: /^What will be exported/ }).getByRole('listitem');
    await expect
      .poll(() => leaving.allInnerTexts())
      .toEqual(['“Soft and patient”, 1:26\nno voices', '“Matching the anger”, 1:03\nReflection · no voices']);
    await dialog.getByRole('checkbox', { name: /^Both voices/ }).check();
    await expect
      .poll(() => leaving.allInnerTexts())
      .toEqual([
        expect.stringMatching(/^“Soft and patient”, 1:26\nBoth voices \(\d\.\d MB\)$/),
        expect.stringMatching(/^“Matching the anger”, 1:03\nReflection · Both voices \(\d\.\d MB\)$/),
      ]);
    await dialog.getByLabel('Message').fill('Hear both.');
    await dialog.getByLabel('Passphrase', { exact: true }).fill('a quiet passphrase');
    const save = dialog.getByRole('button', { name: 'Save file' });
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel('Repeat the passphrase').fill('a quiet passphrase');
    await expectNoBarrier(page, { part: 'dialog[open]' });
    const downloading = page.waitForEvent('download');
    await save.click();
    const packPath = await (await downloading).path();
    await dialog.getByText(/^calls\.coachpack \(.* MB\) was saved to your downloads\.$/).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const opener = page.getByRole('button', { name: 'Export…' });
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);

    const other = await E2eApp.start();
    try {
      const there = await other.open('library');
      await there.getByRole('link', { name: 'Open a coach pack…' }).click();
      await there.locator('input[type=file][accept=".coachpack"]').setInputFiles(packPath);
      const passphrase = there.getByLabel('Passphrase', { exact: true });
      await passphrase.fill('another passphrase');
      await there.keyboard.press('Enter');
      await there.getByText('The pack couldn’t be opened').waitFor();
      await passphrase.fill('a quiet passphrase');
      await there.keyboard.press('Enter');
      await there.getByText('Hear both.').waitFor();
      await there.getByRole('heading', { level: 1, name: 'Soft and patient' }).waitFor();
      await there.getByLabel('2 calls in this pack').selectOption('2. Matching the anger');
      await there.getByRole('heading', { level: 1, name: 'Matching the anger' }).waitFor();
      await there.getByText('I stayed.').waitFor();
      await there.getByText('I see it differently. The line was bad.').waitFor();
      await there.getByRole('button', { name: 'Play', exact: true }).waitFor();
      await expectNoViolation(there, { part: '.pack-banner, .coaching' });
      await there.getByRole('button', { name: 'Import into the library' }).click();
      await callLink(there, 'Matching the anger').waitFor();
      await callLink(there, 'Soft and patient').waitFor();
      other.expectNoComplaints();
    } finally {
      await other.stop();
    }
  });

  it('erases the selected call after a confirmation', async ({ page }) => {
    await page.getByRole('checkbox', { name: 'Select Matching the anger' }).check();
    await page.getByRole('button', { name: 'Erase…' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect((await titles(page)).length).toBe(2);
    await page.getByRole('button', { name: 'Erase…' }).click();
    await page.getByRole('button', { name: 'Erase permanently' }).click();
    await expect.poll(() => titles(page)).toEqual(['Soft and patient']);
  });

  it('erases everything about an agent after a confirmation', async ({ app, page, callIds }) => {
    await change(app, callIds['soft-and-patient'], { agent: 'Bo' });
    await page.reload();
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await agentFilter(page).selectOption('Bo');
    await page.getByRole('button', { name: 'Erase all calls of Bo…' }).click();
    await page.getByText('Erase every call of Bo permanently').waitFor();
    await page.getByRole('button', { name: 'Erase permanently' }).click();
    await expect.poll(() => titles(page)).toEqual(['Matching the anger']);
    expect(await agentFilter(page).locator('option').allTextContents()).not.toContain('Bo');
  });
});

const titles = (page: Page) => page.getByRole('row').getByRole('link').locator('.call-table-title').allTextContents();

const callLink = (page: Page, title: string): Locator =>
  page.getByRole('row').getByRole('link', { name: new RegExp(`^${title}`) });

const selectAll = (page: Page) => page.getByRole('checkbox', { name: 'Select all' });

const agentFilter = (page: Page) => page.getByRole('combobox', { name: 'Agent', exact: true });

const change = (app: E2eApp, callId: string, changes: CallChanges) =>
  app.withClient((client) => client.calls.update({ callIds: [callId], changes }));
