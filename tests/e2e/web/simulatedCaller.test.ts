import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoBarrier } from '../../support/e2e/e2eBarriers.ts';
import { withMicrophone } from '../../support/e2e/e2eMicrophone.ts';
import { choose, openPractice, patience, tab } from '../../support/e2e/e2ePractice.ts';
import { devicesListed } from '../../support/e2e/e2eScreens.ts';
import { agentLines } from '../../support/e2e/e2eSounds.ts';
import { concat } from '../../support/signals.ts';

const testTimeout = 480_000;
const practiceSamples = join(import.meta.dirname, '..', '..', '..', 'samples', 'practice');

describe('the simulated caller', { timeout: testTimeout }, () => {
  it('objects when talked over, by voice and by clip, and its attempts can be compared', async () => {
    await withMicrophone(await talkFor(200), async (page) => {
      await page.addInitScript(giveSystemVoice);
      await page.reload();
      await devicesListed(page);
      await openPractice(page);
      const scenario = await readFile(join(practiceSamples, 'scenarios', 'charged-twice.json'), 'utf8');
      const own = scenario.replace('"charged-twice"', '"our-own"').replace('"Charged twice"', '"Our own"');
      const broken = own.replace('"soothed": "promise"', '"soothed": "premise"');
      await choose(page, 'Open caller files', [{ name: 'own.json', buffer: Buffer.from(broken) }]);
      await page.getByText('There is no beat "premise".').waitFor();
      await choose(page, 'Open caller files', [{ name: 'own.json', buffer: Buffer.from(own) }]);
      await page.getByText('No audio clips. Select a voice').waitFor();
      await expectNoBarrier(page, { part: 'main' });

      await page.getByLabel('Save my voice to listen to later').check();
      await page.getByLabel('The caller’s voice').selectOption('Test voice');
      await beTalkedOver(page, () => expectNoBarrier(page, { part: 'main' }));
      await page.getByRole('button', { name: 'Back to practice' }).click();

      const clips = join(practiceSamples, 'clips', 'charged-twice');
      const files = (await readdir(clips)).map(async (name) => ({ name, buffer: await readFile(join(clips, name)) }));
      const all = [{ name: 'own.json', buffer: Buffer.from(own) }, ...(await Promise.all(files))];
      await page.getByLabel('The caller’s voice').selectOption('');
      await page.getByText('No audio clips').waitFor();
      await choose(page, 'Open caller files', all);
      await page.getByText('No audio clips').waitFor({ state: 'detached' });
      await beTalkedOver(page);
      expect(await page.getByLabel('Compare with').inputValue()).toBe('previous');
      expect(await page.locator('figure .attempt-ghost').count()).toBe(3);
      const play = page.getByRole('button', { name: /^Play the attempt of/ });
      expect(await play.count()).toBe(2);
      await play.first().click();
      await page.getByRole('button', { name: /^Stop the attempt of/ }).waitFor();
      await play.click();
      await expect.poll(() => play.count()).toBe(1);
      await expectNoBarrier(page, { part: 'main' });

      await page.getByRole('button', { name: 'Back to practice' }).click();
      await tab(page, 'Drills').click();
      await page.getByRole('button', { name: 'Start: Hold the soft band' }).click();
      await page.getByText('Read this aloud').waitFor(patience);
      await expectNoBarrier(page, { part: 'main' });
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByText('No score: you stopped before the end.').waitFor(patience);
    });
  });
});

/** Calls the custom caller, and keeps talking while the caller speaks. */
async function beTalkedOver(page: Page, meanwhile = async () => {}): Promise<void> {
  await page.getByRole('button', { name: 'Start: Our own' }).click();
  await page.getByText('they’re speaking').waitFor(patience);
  await page.getByText(/[1-9] talk-overs?$/).waitFor(patience);
  await page.locator('.run-caption').filter({ hasText: '“' }).waitFor();
  await meanwhile();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByText('When you both speak, stop mid-word').waitFor(patience);
}

/**
 * Runs in the page: browsers without a desktop have no voices. This one takes time to speak, and reports its progress
 * as real ones do.
 */
function giveSystemVoice(): void {
  const voice = { voiceURI: 'Test voice', name: 'Test voice', lang: 'en-GB', localService: true, default: true };
  let timer: ReturnType<typeof setTimeout> | undefined;
  class TestUtterance {
    onstart?: () => void;
    onend?: () => void;
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  const speechSynthesis = {
    getVoices: () => [voice],
    addEventListener: () => {},
    speak(utterance: TestUtterance) {
      utterance.onstart?.();
      timer = setTimeout(() => utterance.onend?.(), 60 * utterance.text.length);
    },
    cancel: () => clearTimeout(timer),
  };
  Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis });
  Object.assign(window, { SpeechSynthesisUtterance: TestUtterance });
}

/** Returns the sample calls' agent talking, repeated to this length. */
async function talkFor(seconds: number): Promise<Float32Array> {
  const lines = await agentLines('soft-and-patient', 6);
  const times = Math.ceil((seconds * 48_000) / lines.length);
  return concat(...Array.from({ length: times }, () => lines));
}
