import { truncate } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { E2eApp } from '../../support/e2e/e2eApp.ts';
import { expectNoBarrier } from '../../support/e2e/e2eBarriers.ts';
import { keepLibrary } from '../../support/keptLibrary.ts';

const testTimeout = 60_000;
const pageBytes = 4_096;

describe('a library that was damaged', { timeout: testTimeout }, () => {
  let app: E2eApp;
  let page: Page;

  beforeAll(async () => {
    app = await E2eApp.start({
      prepare: async (dataDir) => {
        const { databaseFile } = await keepLibrary(dataDir, [{ callId: 'one' }, { callId: 'two' }]);
        await truncate(databaseFile, 3 * pageBytes);
      },
    });
    page = await app.open('library');
  }, testTimeout);
  afterAll(() => app.stop());

  it('is said to be so on every screen, with where its files are kept, until that is dismissed', async () => {
    const notices = page.getByRole('list', { name: 'What happened meanwhile' });
    await notices
      .getByText(/^The library was damaged\. \d+ of its entries were recovered.* kept in .*damaged/)
      .waitFor();
    await page.keyboard.press('5');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await notices.waitFor();
    await expectNoBarrier(page);
    await notices.getByRole('button', { name: 'Dismiss' }).focus();
    await page.keyboard.press('Enter');
    await notices.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(await notices.count()).toBe(0);
    app.expectNoComplaints();
  });
});
