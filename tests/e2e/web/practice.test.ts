import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { type PracticePlan, practiceResultsSchema } from '../../../core/model/practicePlan.ts';
import { withMicrophone } from '../../support/e2eMicrophone.ts';
import { chooseSampleBaseline } from '../../support/e2eScreens.ts';
import { agentLines } from '../../support/e2eSounds.ts';
import { concat } from '../../support/signals.ts';

const testTimeout = 240_000;
/** Nothing goes wrong that more patience would mend: a machine that also does other things gets ten times as long. */
const patience = { timeout: 120_000 };

const plan: PracticePlan = {
  schema: 'softspoken.practice-plan/1',
  planId: 'week-1',
  title: 'First week',
  note: 'A little every day.',
  assignments: [{ exercise: { kind: 'drill', id: 'paced-reading' }, minScore: 1, attempts: 1, dueOn: null }],
};

describe.concurrent('the practice', { timeout: testTimeout }, () => {
  it('scores a drill and tells the coach who asked for it', async ({ expect }) => {
    await withMicrophone(await talkFor(60), async (page) => {
      await openPractice(page);
      await page.getByRole('tab', { name: 'Plan' }).click();
      const buffer = Buffer.from(JSON.stringify(plan));
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Import a plan' }).click();
      await (await chooser).setFiles({ name: 'plan.json', mimeType: 'application/json', buffer });
      await page.getByRole('button', { name: 'Start: Paced reading' }).click();
      await page.getByText('Read this aloud').waitFor(patience);
      await page.getByRole('img', { name: /^Pace: .* % of the target$/ }).waitFor(patience);

      await page.getByRole('button', { name: 'Back to practice' }).waitFor(patience);
      const score = Number(await page.locator('.score-value strong').textContent());
      expect(score).toBeGreaterThan(0);

      await page.getByRole('button', { name: 'Back to practice' }).click();
      await page.getByText('1 day in a row').waitFor();
      await page.getByRole('tab', { name: 'Plan' }).click();
      await page.getByText('1 of 1 with 1 or more · done').waitFor();
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export the results' }).click();
      const results = practiceResultsSchema.parse(JSON.parse(await readFile(await (await downloading).path(), 'utf8')));
      expect(results.attempts.map(({ score: exported }) => exported)).toEqual([score]);
    });
  });

  it('has a caller who objects when talked over, shows the attempt beside the one before, and no barrier', async ({
    expect,
  }) => {
    await withMicrophone(await talkFor(240), async (page) => {
      await openPractice(page);
      // Drills and reading aloud are laid out like the callers.
      for (const tab of ['Callers', 'Cards', 'Plan']) {
        await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
        await page.getByRole('tabpanel').getByRole('heading').first().waitFor();
        expect(await barriers(page), tab).toEqual([]);
      }
      for (const isFirst of [true, false]) {
        await page.getByRole('tab', { name: 'Callers' }).click();
        await page.getByRole('button', { name: 'Start: Charged twice' }).click();
        await page.getByText(/[1-9] talk-overs?$/).waitFor(patience);
        await page.locator('.run-caption').filter({ hasText: '“' }).waitFor();
        if (isFirst) expect(await barriers(page), 'during the call').toEqual([]);
        await page.getByRole('button', { name: 'Stop', exact: true }).click();
        await page.getByText('When both of you speak, stop in mid-word').waitFor(patience);
        if (isFirst) await page.getByRole('button', { name: 'Back to practice' }).click();
      }
      expect(await page.getByLabel('Beside it').inputValue()).toBe('previous');
      expect(await page.locator('.attempt-ghost').count()).toBe(3);
      expect(await barriers(page), 'afterwards').toEqual([]);
    });
  });
});

/** The sample calls' agent talking, again and again. */
async function talkFor(seconds: number): Promise<Float32Array> {
  const lines = await agentLines('soft-and-patient', 6);
  const times = Math.ceil((seconds * 48_000) / lines.length);
  return concat(...Array.from({ length: times }, () => lines));
}

async function openPractice(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Practice' }).click();
  await page.getByLabel('Your microphone', { exact: true }).selectOption('page:');
  await chooseSampleBaseline(page);
}

/** What axe finds in light and in dark. */
async function barriers(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    // To read style sheets ahead of its checks, axe writes inline styles, which the app's policy rightly blocks.
    const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
    found.push(
      ...violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    );
  }
  return found;
}
