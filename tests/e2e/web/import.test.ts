import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { E2eApp } from '../../support/e2e/e2eApp.ts';
import { expectNoViolation } from '../../support/e2e/e2eBarriers.ts';
import { analysisTimeout, recordingInput } from '../../support/e2e/e2eScreens.ts';
import { recordingBytes, writeRecordings } from '../../support/recordingFolder.ts';

const testTimeout = 60_000;

describe('importing', { timeout: testTimeout }, () => {
  let app: E2eApp;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'softspoken-e2e-folder-'));
    const [first] = await writeRecordings(folder, 4, 4);
    await copyFile(join(folder, first!), join(folder, 'zz copy.wav'));
    await writeFile(join(folder, 'notes.wav'), 'Call the customer back.');
    app = await E2eApp.start();
    page = await app.open('library');
  }, testTimeout);
  afterAll(async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => app.expectNoComplaints());

  const list = () => page.getByRole('region', { name: 'Imports' });
  const ofFolder = () => list().getByRole('listitem', { name: `Import of ${folder}` });
  const calls = () => page.getByRole('row').getByRole('link').locator('.call-table-title').allTextContents();

  it('a folder tells how far it is, what was there already and what went wrong with a file', async () => {
    await page.getByRole('button', { name: 'Import a folder…' }).click();
    const path = page.getByRole('combobox', { name: 'Folder' });
    await path.fill(folder.slice(0, -1));
    await page.getByRole('option', { name: folder }).click();
    await page.getByLabel('Agent’s name').fill('Ada');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await ofFolder().getByRole('progressbar').waitFor();
    await ofFolder().getByText('6 of 6 recordings').waitFor(analysisTimeout);
    await ofFolder().getByText('4 imported · 1 here already · 1 not imported').waitFor();
    await ofFolder().getByText('What went wrong with 1 file').click();
    await ofFolder()
      .getByText(/"notes\.wav" is not a recording/)
      .waitFor();
    await expectNoViolation(page);
    await expect.poll(async () => (await calls()).length).toBe(4);
    expect((await calls()).sort()).toEqual([0, 1, 2, 3].map((i) => join('part 0', `call ${i}.wav`)));
    expect(await page.getByRole('cell', { name: 'Ada' }).count()).toBe(4);
  });

  it('is still on the list when the page is loaded anew, until it is taken off', async () => {
    await page.reload();
    await ofFolder().getByText('Done').waitFor();
    await list()
      .getByRole('button', { name: /^Take off the list/ })
      .click();
    await list().waitFor({ state: 'detached' });
  });

  it('a folder that is not there says what to do', async () => {
    await page.getByRole('button', { name: 'Import a folder…' }).click();
    await page.getByRole('combobox', { name: 'Folder' }).fill(join(folder, 'nowhere'));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page
      .getByRole('alert')
      .getByText(/There is no folder .*nowhere/)
      .waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('several files of the page go one after another, with the same panel', async () => {
    const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'audio/wav', buffer: Buffer.from(bytes) });
    await recordingInput(page).setInputFiles([
      file('five.wav', recordingBytes(5, 3)),
      file('notes.wav', Buffer.from('Call the customer back.')),
      file('five again.wav', recordingBytes(5, 3)),
    ]);
    await list().getByText('1 imported · 1 here already · 1 not imported').waitFor(analysisTimeout);
    await expect.poll(calls).toContain('five.wav');
    expect(await calls()).toHaveLength(5);
    await list()
      .getByRole('button', { name: /^Take off the list/ })
      .click();
    await list().waitFor({ state: 'detached' });
  });

  it('a watched folder takes what is added to it', async () => {
    const path = page.getByRole('combobox', { name: 'Folder' });
    await page.getByRole('button', { name: 'Import a folder…' }).click();
    await path.fill(join(folder, 'part 0'));
    await page.getByLabel(/^Keep watching/).check();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await list().getByText('4 of 4 recordings').waitFor(analysisTimeout);
    await writeFile(join(folder, 'part 0', 'new.wav'), recordingBytes(6, 3));
    await list().getByText('5 of 5 recordings').waitFor(analysisTimeout);
    await list().getByText('Watching for new recordings').waitFor();
    await expect.poll(calls).toContain('new.wav');
  });
});
