import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { baselineSchema } from '../../../core/model/baseline.ts';
import { openFileSource } from '../../../main/capture/file/fileSource.ts';
import { drain } from '../../support/decodedAudio.ts';
import { expectNoBarrier } from '../../support/e2e/e2eBarriers.ts';
import { giveFastMicrophone, hear } from '../../support/e2e/e2eFastMicrophone.ts';
import { fakeMicrophoneArgs } from '../../support/e2e/e2eMicrophone.ts';
import { callShown, devicesListed } from '../../support/e2e/e2eScreens.ts';
import { baselinePath, fileRateHz, sampleChannels } from '../../support/e2e/e2eSounds.ts';
import { e2eTest } from '../../support/e2e/e2eTest.ts';

const testTimeout = 120_000;
const readings = join(import.meta.dirname, '..', '..', '..', 'samples', 'agent-baseline');

const it = e2eTest({ screen: 'live', browserArgs: fakeMicrophoneArgs, context: { reducedMotion: 'reduce' } }).extend<{
  /** A page whose microphone hears the sample calls' agent read in the usual voice, read softly, or shout. */
  heard: Page;
}>({
  heard: async ({ app, page }, use) => {
    const [normal, soft] = await Promise.all([readingOf('normal.flac'), readingOf('soft.flac')]);
    const { agent } = await sampleChannels('matching-the-anger');
    await giveFastMicrophone(app.context, { normal, soft, loud: agent.subarray(27 * fileRateHz) });
    await page.reload();
    await use(page);
  },
});

async function readingOf(name: string): Promise<Float32Array> {
  const source = await openFileSource(join(readings, name));
  const { channels } = await drain(source);
  await source.close();
  return channels[0]!;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Opens the app as on a start, with no screen in its address. */
async function startAgain(page: Page): Promise<void> {
  await page.goto(page.url().replace(/#.*/, '#'));
  await page.reload();
}

describe('an agent', { timeout: testTimeout }, () => {
  it('is led through the guide once, is measured relative to its baseline, and marks a cue as wrong', async ({
    app,
    heard: page,
  }) => {
    await startAgain(page);
    await page.getByRole('heading', { name: 'Which microphone do you speak into?' }).waitFor();
    await devicesListed(page);
    await page.getByLabel('You', { exact: true }).selectOption({ label: 'This browser’s microphone' });
    await page.getByRole('img', { name: /^You: level: (Quiet|Sound detected)/ }).waitFor();
    await expectNoBarrier(page);
    await button(page, 'Next').click();

    await page.getByText('no floor light, no wave').waitFor();
    await button(page, 'Next').click();

    await button(page, 'Start reading').click();
    await page.getByRole('progressbar', { name: 'Reading' }).waitFor();
    await button(page, 'Stop').click();
    await button(page, 'Start reading').click();
    await page.getByText('Now softly').waitFor({ timeout: 60_000 });
    await expectNoBarrier(page);
    await hear(page, 'soft');
    await button(page, 'Start reading').click();
    await page.getByText(/^Your soft voice was \d+ dB softer/).waitFor({ timeout: 60_000 });
    await button(page, 'Done').click();
    await page.getByText(/^Your voice with this microphone: measured /).waitFor();
    await expectNoBarrier(page);

    // The guide is not shown again, and the microphone is selected.
    await startAgain(page);
    await page.getByRole('heading', { name: 'Coach my call' }).waitFor();
    await expect.poll(() => page.getByLabel('You', { exact: true }).inputValue()).toBe('page:');
    await page.getByText(/^Your voice with this microphone: measured /).waitFor();

    await hear(page, 'loud');
    await page.getByLabel('You', { exact: true }).selectOption('none');
    await page.getByLabel('You', { exact: true }).selectOption('page:');
    await page.getByRole('img', { name: /^You: level: (Quiet|Sound detected)/ }).waitFor();
    await button(page, 'Start').click();
    const opening = app.context.waitForEvent('page');
    await button(page, 'Small window').click();
    const small = await opening;
    const cue = { name: 'Cue', exact: true };
    await page.getByRole('status', cue).filter({ hasText: 'Softer' }).waitFor();
    await small.getByRole('status', cue).filter({ hasText: 'Softer' }).waitFor();
    await page.keyboard.press('w');
    await page.getByText('Noted: “Softer” will come later, starting with the next call').waitFor();
    await page.keyboard.press('n');
    await page.getByRole('status', { name: 'Card for this step' }).filter({ hasText: '2 of 10' }).waitFor();
    const settings = await app.open('settings');
    await settings.getByLabel('Flag this moment').fill('g');
    await page.getByTitle('Flag (G)').waitFor();
    await settings.close();
    await page.keyboard.press('g');
    await button(page, 'Flag · 1').waitFor();
    await small.close();
    await button(page, 'Stop').click();
    await callShown(page);
    await button(page, /^Flag/).waitFor();
    await page.getByRole('region', { name: 'Time in each step' }).getByRole('term').nth(1).waitFor();
    await page.getByText('compared with your voice baseline').waitFor();
    await page.getByRole('button', { name: '“Softer” was wrong', pressed: true }).waitFor();

    await page.keyboard.press('5');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await page.getByText('from 5 dB above your usual').waitFor();
    await page.getByText('default: 4 dB').waitFor();
    await expectNoBarrier(page);
    await button(page, 'Reset “Softer” to its default').click();
    await page.getByText('from 4 dB above your usual', { exact: true }).waitFor();
    expect(await page.getByText('from 5 dB above your usual').count()).toBe(0);
  });

  it('changes the words of a cue and deletes the baseline, which every window shows', async ({ app, page }) => {
    const baseline = baselineSchema.parse(JSON.parse(await readFile(baselinePath, 'utf8')));
    await app.withClient((client) => client.baselines.save({ normal: { ...baseline, device: 'Headset' }, soft: null }));
    await page.keyboard.press('5');
    const other = await app.open('settings');
    await page.getByLabel('Text of “Softer”').fill('Easy');
    await page.keyboard.press('Enter');
    await expect.poll(() => other.getByLabel('Text of “Softer”').inputValue()).toBe('Easy');
    await page.getByLabel('Next step of the call').fill('W');
    await page.getByText('W is already in use. Choose another letter.').waitFor();
    expect(await other.getByLabel('Next step of the call').inputValue()).toBe('N');
    await other.getByRole('button', { name: /: delete$/ }).click();
    await page.getByText(/^Not measured yet/).waitFor();
    await other.close();
  });
});
