import { truncate } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { expectNoBarrier } from '../../support/e2e/e2eBarriers.ts';
import { e2eTest } from '../../support/e2e/e2eTest.ts';
import { keepLibrary } from '../../support/keptLibrary.ts';

const testTimeout = 60_000;
const pageBytes = 4_096;

const it = e2eTest({
  prepare: async (dataDir) => {
    const { databaseFile } = await keepLibrary(dataDir, [{ callId: 'one' }, { callId: 'two' }]);
    await truncate(databaseFile, 3 * pageBytes);
  },
});

describe('a damaged library', { timeout: testTimeout }, () => {
  it('is reported on every screen, with the path of its files, until the notice is dismissed', async ({ page }) => {
    const notices = page.getByRole('list', { name: 'Notices' });
    await notices
      .getByText(/^The library was damaged\. \d+ of its entries were recovered.* stored in .*damaged/)
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
  });
});
