import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectNoBarrier, expectNoViolation } from '../../support/e2e/e2eBarriers.ts';
import { beReviewer, coachCall } from '../../support/e2e/e2eCoaching.ts';
import { analysisTimeout, callShown, playhead } from '../../support/e2e/e2eScreens.ts';
import { e2eTest } from '../../support/e2e/e2eTest.ts';

const testTimeout = 120_000;

const it = e2eTest({
  samples: ['matching-the-anger'],
  screen: 'matching-the-anger',
  browserArgs: ['--autoplay-policy=no-user-gesture-required'],
  context: { reducedMotion: 'reduce' },
}).extend<{ coached: Page; press: (...keys: string[]) => Promise<void> }>({
  // The call's page, with the comments of a coach and of the agent.
  coached: async ({ app, page, callIds }, use) => {
    await app.withClient((client) => coachCall(client, callIds['matching-the-anger']));
    await beReviewer(page, 'Kim');
    await page.reload();
    await callShown(page);
    await page.getByText('Wait for the pause.').first().waitFor();
    await use(page);
  },
  press: async ({ page }, use) =>
    use(async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    }),
});

const marks = (page: Page) => page.locator('.timeline-waves [part=regions-container] > *');

describe('the page of a call, by keyboard', { timeout: testTimeout }, () => {
  it('plays a loop again and again, at another speed and with one party muted', async ({ page, press }) => {
    await press('ArrowRight', '[');
    await press('Shift+ArrowRight', ']');
    await page.getByRole('button', { name: 'Stop looping (L)' }).waitFor();
    await press('.', '.', '.');
    expect(await page.getByLabel('Speed').inputValue()).toBe('2');
    await page.getByRole('button', { name: 'Mute: Caller' }).click();
    await page.getByLabel('Volume: You').focus();
    await press('ArrowLeft');
    expect(await page.getByLabel('Volume: You').inputValue()).toBe('95');
    await page.getByRole('heading', { level: 1 }).click();
    await press(' ');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    const wholeSeconds = new Set<number>();
    for (let look = 0; look < 15; look += 1) {
      wholeSeconds.add(await playhead(page));
      await page.waitForTimeout(100);
    }
    await press(' ');
    expect(Math.min(...wholeSeconds)).toBe(5);
    expect(Math.max(...wholeSeconds)).toBeLessThanOrEqual(6);
    await press('l');
    expect(await page.getByRole('button', { name: 'Stop looping (L)' }).count()).toBe(0);
  });

  it('switches layers, and goes through the moments of one kind', async ({ page, press }) => {
    await marks(page).first().waitFor({ state: 'attached' });
    const before = await marks(page).count();
    await page.getByRole('checkbox', { name: 'Speech' }).focus();
    await press(' ');
    await expect.poll(() => marks(page).count()).toBeLessThan(before);
    await press(' ');
    await page.getByLabel('Show').selectOption({ label: 'Cue (3)' });
    await page.getByRole('heading', { level: 1 }).click();
    await press('n');
    await expect.poll(() => playhead(page)).toBeGreaterThan(0);
    const first = await playhead(page);
    await press('n');
    await expect.poll(() => playhead(page)).toBeGreaterThan(first);
  });

  it('saves a comment on the loop, and scores until they are submitted', async ({ page, press }) => {
    await press('[', 'Shift+ArrowRight', ']', 'c');
    await page.locator('.comment-form').getByRole('textbox', { name: 'Your name' }).fill('Kim');
    await page.getByLabel(/^Comment on/).fill('Wait for the pause.');
    await press('Control+Enter');
    await page.getByText('Wait for the pause.').first().waitFor();
    await page.getByText('Calming an angry caller').click();
    await page.getByRole('group', { name: 'Speaks softly' }).getByRole('radio').first().focus();
    await press(' ', 'ArrowRight');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Submitted. These scores can’t be changed.').waitFor();
    await page.getByText('Score: 25 of 100').waitFor();
    await page.getByLabel('What worked well').fill('I stayed.');
    await press('Tab');
    await page.reload();
    await page.getByText('Wait for the pause.').first().waitFor();
    await expect.poll(() => page.getByLabel('What worked well').inputValue()).toBe('I stayed.');
  });

  it('saves the agent’s reply to the coach, until it is withdrawn', async ({ page }) => {
    const answer = page.getByLabel('Your reply to the coach');
    const note = page.getByLabel('Why? (optional)');
    // One right after the other, as a fast typist does it.
    await page.getByLabel('What could be improved').fill('The end.');
    await answer.selectOption('I see it differently');
    await note.fill('He had finished.');
    await page.getByRole('checkbox', { name: /^This call turned on policy/ }).check();
    const all = async () => [
      await page.getByLabel('What could be improved').inputValue(),
      await answer.inputValue(),
      await note.inputValue(),
      await page.getByRole('checkbox', { name: /^This call turned on policy/ }).isChecked(),
    ];
    await page.reload();
    await note.waitFor();
    await expect.poll(all).toEqual(['The end.', 'contested', 'He had finished.', true]);
    await answer.selectOption('I agree');
    await expect.poll(() => answer.inputValue()).toBe('acknowledged');
    await expectNoViolation(page, { part: '.reflection' });
    await answer.selectOption('No reply yet');
    await note.waitFor({ state: 'detached' });
    await page.reload();
    await expect.poll(() => answer.inputValue()).toBe('none');
    expect(await note.count()).toBe(0);
    await answer.selectOption('I see it differently');
    expect(await note.inputValue()).toBe('');
  });

  it('changes the rubric for future calls, but not the scores of this one', async ({ coached: page, press }) => {
    const back = page.url();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Scoring rubric' }).click();
    const first = page.getByRole('listitem', { name: 'Practice 1', exact: true });
    await first.getByLabel('Weight').fill('7');
    await page.getByRole('button', { name: 'Move “Speaks softly” down' }).focus();
    await press('Enter');
    await page.getByRole('button', { name: 'Remove “Sets boundaries calmly”' }).click();
    await page.getByRole('button', { name: 'Add a practice' }).click();
    expect(await page.getByRole('button', { name: 'Save rubric' }).isDisabled()).toBe(true);
    await page.getByLabel('Practice', { exact: true }).last().fill('Says goodbye');
    await page.getByRole('button', { name: 'Save rubric' }).click();
    await page.getByText('Saved. New scores use this rubric.').waitFor();
    await page.reload();
    const names = page.getByLabel('Practice', { exact: true });
    await names.nth(10).waitFor();
    expect(await names.nth(1).inputValue()).toBe('Speaks softly');
    expect(await names.last().inputValue()).toBe('Says goodbye');
    expect(await page.getByLabel('Weight').nth(1).inputValue()).toBe('7');
    await expectNoBarrier(page, { part: '.rubric-page' });
    await page.goto(back);
    await page.getByText('Score: 25 of 100').waitFor();
  });

  it('lists the contents of a pack, which opens with only its passphrase and can be discarded or imported', async ({
    coached: page,
    press,
  }) => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('radio', { name: /^Coach pack/ }).check();
    const preview = page.getByRole('region', { name: /^What will be exported/ });
    await expect
      .poll(() => preview.getByRole('listitem').allTextContents())
      .toEqual([
        '“Matching the anger”, 1:03',
        'Comments (1)',
        'Scores (1)',
        'Reflection',
        'no voices',
        'The scoring rubric',
      ]);
    await page.getByLabel('Passphrase', { exact: true }).fill('a quiet passphrase');
    await page.getByLabel('Repeat the passphrase').fill('a quiet passphrase');
    await expectNoViolation(page, { part: 'dialog[open]' });
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save file' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('calls.coachpack');
    const packPath = await download.path();
    expect((await readFile(packPath)).includes('Wait for the pause')).toBe(false);
    await press('Escape');

    const back = page.url();
    const open = async () => {
      await page.getByRole('link', { name: 'Calls' }).click();
      await page.getByRole('link', { name: 'Open a coach pack…' }).click();
      await page.locator('input[type=file][accept=".coachpack"]').setInputFiles(packPath);
      await page.getByLabel('Passphrase', { exact: true }).fill('a quiet passphrase');
    };
    await open();
    await page.getByLabel('Passphrase', { exact: true }).fill('another passphrase');
    await press('Enter');
    await page.getByText('The pack couldn’t be opened').waitFor();
    await expectNoBarrier(page, { part: '.pack' });
    await page.getByLabel('Passphrase', { exact: true }).fill('a quiet passphrase');
    await press('Enter');
    await page.getByText('Wait for the pause.').first().waitFor();
    await page.getByText('I stayed.').waitFor();
    await page.getByText('I see it differently. The line was bad.').waitFor();
    await page.getByRole('columnheader', { name: 'Kim' }).waitFor();
    expect(await page.getByRole('button', { name: 'Swap channels' }).count()).toBe(0);
    await expectNoBarrier(page, { part: '.pack-banner, .coaching' });
    const rows = () => page.getByRole('row').getByRole('link');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => rows().count()).toBe(1);

    await open();
    await press('Enter');
    await page.getByRole('button', { name: 'Import into the library' }).click();
    await callShown(page);
    await page.getByRole('link', { name: 'Calls' }).click();
    await expect.poll(() => rows().count()).toBe(2);
    await page.goto(back);
    await page.getByText('Wait for the pause.').first().waitFor();
  });

  it('measures the call again with its parties swapped, and leaves its notes unchanged', async ({ coached: page }) => {
    const share = page.getByRole('listitem').filter({ hasText: 'Talk share' });
    const before = await share.innerText();
    await page.getByRole('button', { name: 'Swap channels' }).click();
    await expect.poll(() => share.innerText(), analysisTimeout).not.toBe(before);
    await page.getByText('Wait for the pause.').first().waitFor();
  });
});

describe('in light and in dark', { timeout: testTimeout }, () => {
  it('coaching has no barrier', async ({ coached: page }) => {
    await expectNoBarrier(page, { part: '.coaching' });
  });

  it('comparing has no barrier', async ({ page, callIds }) => {
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByText(/^There are no earlier calls/).waitFor();
    const callId = callIds['matching-the-anger'];
    await page.goto(`${page.url().split('#')[0]}#/compare/${callId}/${callId}`);
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await expectNoBarrier(page, { part: 'main' });
  });

  it('trends have no barrier', async ({ page }) => {
    await page.getByRole('link', { name: 'Trends' }).click();
    await page.getByText('How you and the caller respond to each other').waitFor();
    await page.getByText('All weeks as a table').click();
    await expectNoBarrier(page, { part: 'main' });
  });
});
