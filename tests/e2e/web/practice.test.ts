import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { PracticePlan } from '../../../core/model/practicePlan.ts';
import { openCoachPack } from '../../../main/exports/coachPack/openCoachPack.ts';
import { E2eApp } from '../../support/e2e/e2eApp.ts';
import { expectNoBarrier } from '../../support/e2e/e2eBarriers.ts';
import { giveFastMicrophone } from '../../support/e2e/e2eFastMicrophone.ts';
import { fakeMicrophoneArgs } from '../../support/e2e/e2eMicrophone.ts';
import { choose, openPractice, patience, tab } from '../../support/e2e/e2ePractice.ts';
import { callShown, devicesListed, playhead } from '../../support/e2e/e2eScreens.ts';
import { sampleChannels } from '../../support/e2e/e2eSounds.ts';

const testTimeout = 480_000;

const passphrase = 'four quiet lighthouses';

const plan: PracticePlan = {
  schema: 'softspoken.practice-plan/1',
  planId: 'week-1',
  title: 'First week',
  note: 'A little every day.',
  assignments: [{ exercise: { kind: 'drill', id: 'paced-reading' }, minScore: 1, attempts: 1, dueOn: null }],
};

describe('the practice', { timeout: testTimeout }, () => {
  it('scores a drill, returns the result to the coach, and shows a recording without delay', async () => {
    const app = await E2eApp.start({ browserArgs: fakeMicrophoneArgs, context: { reducedMotion: 'reduce' } });
    try {
      const { agent } = await sampleChannels('soft-and-patient');
      await giveFastMicrophone(app.context, { agent });
      const page = await app.open('live');
      await devicesListed(page);
      await openPractice(page);
      await tab(page, 'Plan').click();
      await choose(page, 'Import a plan', [{ name: 'plan.json', buffer: Buffer.from(JSON.stringify(plan)) }]);
      await page.getByRole('button', { name: 'Start: Paced reading' }).waitFor();
      for (const name of ['Callers', 'Drills', 'Read aloud', 'Cards', 'Plan']) {
        await tab(page, name).click();
        await page.getByRole('tabpanel').getByRole('heading').first().waitFor();
        await expectNoBarrier(page, name === 'Callers' ? {} : { part: '[role=tabpanel]' });
      }

      await page.getByRole('button', { name: 'Create a plan for a trainee' }).click();
      await expectNoBarrier(page, { part: '.plan-maker' });
      await page.getByRole('button', { name: 'Cancel' }).click();

      await page.getByRole('button', { name: 'Start: Paced reading' }).click();
      await page.getByRole('img', { name: /^Pace: .*% of \d+ words\/min$/ }).waitFor(patience);
      await page.getByRole('button', { name: 'Back to practice' }).waitFor(patience);
      const score = Number(await page.locator('.score-value strong').textContent());
      expect(score).toBeGreaterThan(0);

      await page.getByRole('button', { name: 'Back to practice' }).click();
      await page.getByText('1 day in a row').waitFor();
      await tab(page, 'Plan').click();
      await page.getByText('1 of 1 with 1 or more · done').waitFor();
      await page.getByRole('button', { name: 'Export results' }).click();
      await page.getByText('Paced reading: 1 attempt').waitFor();
      for (const label of ['Passphrase', 'Repeat the passphrase'])
        await page.getByLabel(label, { exact: true }).fill(passphrase);
      await expectNoBarrier(page, { part: 'main' });
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save the sealed file' }).click();
      const path = await (await downloading).path();
      const { practice } = await openCoachPack(path, passphrase, `${path}-opened`);
      expect(practice?.attempts.map(({ score: exported }) => exported)).toEqual([score]);

      await tab(page, 'Cards').click();
      for (const manner of ['poorly', 'well']) {
        const clip = page.waitForResponse(/\/clips\/cards\//);
        await page.getByRole('button', { name: `Hear it done ${manner}` }).click();
        expect((await clip).ok()).toBe(true);
      }
      await page.getByRole('button', { name: 'I know this' }).click();
      await page.getByRole('heading', { name: '1 card for today' }).waitFor();

      await tab(page, 'Read aloud').click();
      await page.getByRole('button', { name: 'Record: The garden gate' }).click();
      await page.locator('.guided [data-state=read]').first().waitFor(patience);
      await expectNoBarrier(page, { part: 'main' });
      await stopRecording(page);

      await page.goBack();
      await tab(page, 'Read aloud').click();
      await page.getByRole('button', { name: 'Record: Speak freely' }).click();
      await page.getByRole('img', { name: /^Softness: .* dB vs. your usual$/ }).waitFor(patience);
      await stopRecording(page);
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      await expect.poll(() => playhead(page), patience).toBeGreaterThan(0);
      app.expectNoComplaints();
    } finally {
      await app.stop();
    }
  });
});

async function stopRecording(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop and show the report' }).click();
  await callShown(page);
}
