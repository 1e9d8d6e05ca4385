import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectNoViolation } from '../../support/e2e/e2eBarriers.ts';
import { analysisTimeout, recordingInput } from '../../support/e2e/e2eScreens.ts';
import { e2eTest } from '../../support/e2e/e2eTest.ts';
import { recordingBytes, writeRecordings } from '../../support/recordingFolder.ts';

const testTimeout = 120_000;

const it = e2eTest().extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures are needed.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'softspoken-e2e-folder-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

describe('importing', { timeout: testTimeout }, () => {
  it('of a folder shows its progress, the duplicates and the failure of a file', async ({ page, folder }) => {
    const [first] = await writeRecordings(folder, 4, 4);
    await copyFile(join(folder, first!), join(folder, 'zz copy.wav'));
    await writeFile(join(folder, 'notes.wav'), 'Call the customer back.');
    const ofFolder = imports(page).getByRole('listitem', { name: `Import of ${folder}` });

    await page.getByRole('button', { name: 'Import a folder…' }).click();
    await page.getByRole('combobox', { name: 'Folder' }).fill(folder.slice(0, -1));
    await page.getByRole('option', { name: folder }).click();
    await page.getByRole('textbox', { name: 'Agent’s name' }).fill('Ada');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await ofFolder.getByRole('progressbar').waitFor();
    await ofFolder.getByText('6 of 6 recordings').waitFor(analysisTimeout);
    await ofFolder.getByText('4 imported · 1 already imported · 1 failed').waitFor();
    await ofFolder.getByText('Problem with 1 file').click();
    await ofFolder.getByText(/"notes\.wav" is not a recording/).waitFor();
    await expectNoViolation(page);
    await expect
      .poll(async () => (await titles(page)).sort())
      .toEqual([0, 1, 2, 3].map((i) => join('part 0', `call ${i}.wav`)));
    expect(await page.getByRole('cell', { name: 'Ada' }).count()).toBe(4);
  });

  it('is still listed after a reload, until it is removed', async ({ app, page, folder }) => {
    await writeRecordings(folder, 1, 3);
    const request = { paths: [folder], watches: false, roles: null, baseline: null, agent: null, tags: [] };
    await app.withClient((client) => client.imports.start(request));
    await imports(page)
      .getByText(/^1 of 1 recording/)
      .waitFor(analysisTimeout);
    await page.reload();
    await imports(page).getByText('Done').waitFor();
    await takeOffTheList(page);
  });

  it('of a missing folder says what to do', async ({ page, folder }) => {
    await page.getByRole('button', { name: 'Import a folder…' }).click();
    await page.getByRole('combobox', { name: 'Folder' }).fill(join(folder, 'nowhere'));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page
      .getByRole('alert')
      .getByText(/There is no folder .*nowhere/)
      .waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('of several files of the page runs one after another, in the same panel', async ({ page }) => {
    const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'audio/wav', buffer: Buffer.from(bytes) });
    await recordingInput(page).setInputFiles([
      file('five.wav', recordingBytes(5, 3)),
      file('notes.wav', Buffer.from('Call the customer back.')),
      file('five again.wav', recordingBytes(5, 3)),
    ]);
    await imports(page).getByText('1 imported · 1 already imported · 1 failed').waitFor(analysisTimeout);
    await expect.poll(() => titles(page)).toEqual(['five.wav']);
    await takeOffTheList(page);
  });

  it('from a watched folder includes files that are added to it', async ({ page, folder }) => {
    await writeRecordings(folder, 2, 3);
    await page.getByRole('button', { name: 'Import a folder…' }).click();
    await page.getByRole('combobox', { name: 'Folder' }).fill(join(folder, 'part 0'));
    await page.getByLabel(/^Keep watching/).check();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await imports(page).getByText('2 of 2 recordings').waitFor(analysisTimeout);
    await writeFile(join(folder, 'part 0', 'new.wav'), recordingBytes(6, 3));
    await imports(page).getByText('3 of 3 recordings').waitFor(analysisTimeout);
    await imports(page).getByText('Watching for new recordings').waitFor();
    await expect.poll(() => titles(page)).toContain('new.wav');
  });
});

const imports = (page: Page) => page.getByRole('region', { name: 'Imports' });

const titles = (page: Page) => page.getByRole('row').getByRole('link').locator('.call-table-title').allTextContents();

async function takeOffTheList(page: Page): Promise<void> {
  await imports(page)
    .getByRole('button', { name: /^Dismiss/ })
    .click();
  await imports(page).waitFor({ state: 'detached' });
}
