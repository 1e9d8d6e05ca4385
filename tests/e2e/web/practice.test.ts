import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import type { PracticePlan } from '../../../core/model/practicePlan.ts';
import { openCoachPack } from '../../../main/exports/coachPack/openCoachPack.ts';
import { E2eApp } from '../../support/e2e/e2eApp.ts';
import { expectNoBarrier } from '../../support/e2e/e2eBarriers.ts';
import { giveFastMicrophone } from '../../support/e2e/e2eFastMicrophone.ts';
import { fakeMicrophoneArgs, withMicrophone } from '../../support/e2e/e2eMicrophone.ts';
import { chooseSampleBaseline, devicesListed, playhead, summaryShown } from '../../support/e2e/e2eScreens.ts';
import { agentLines, sampleChannels } from '../../support/e2e/e2eSounds.ts';
import { concat } from '../../support/signals.ts';

/** Nothing goes wrong that more patience would mend: a machine that also does other things gets ten times as long. */
const testTimeout = 480_000;
const patience = { timeout: 120_000 };

const practiceSamples = join(import.meta.dirname, '..', '..', '..', 'samples', 'practice');
const passphrase = 'four quiet lighthouses';

const plan: PracticePlan = {
  schema: 'softspoken.practice-plan/1',
  planId: 'week-1',
  title: 'First week',
  note: 'A little every day.',
  assignments: [{ exercise: { kind: 'drill', id: 'paced-reading' }, minScore: 1, attempts: 1, dueOn: null }],
};

describe.concurrent('the practice', { timeout: testTimeout }, () => {
  it('scores a drill, tells the coach who asked for it, and shows what was recorded at once', async ({ expect }) => {
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
        await expectNoBarrier(page, name === 'Callers' ? { expect } : { part: '[role=tabpanel]', expect });
      }

      await page.getByRole('button', { name: 'Make a plan for a trainee' }).click();
      await expectNoBarrier(page, { part: '.plan-maker', expect });
      await page.getByRole('button', { name: 'Cancel' }).click();

      await page.getByRole('button', { name: 'Start: Paced reading' }).click();
      await page.getByRole('img', { name: /^Pace: .* % of \d\.\d syll\/s$/ }).waitFor(patience);
      await page.getByRole('button', { name: 'Back to practice' }).waitFor(patience);
      const score = Number(await page.locator('.score-value strong').textContent());
      expect(score).toBeGreaterThan(0);

      await page.getByRole('button', { name: 'Back to practice' }).click();
      await page.getByText('1 day in a row').waitFor();
      await tab(page, 'Plan').click();
      await page.getByText('1 of 1 with 1 or more · done').waitFor();
      await page.getByRole('button', { name: 'Export the results' }).click();
      await page.getByText('Paced reading: 1 attempt').waitFor();
      for (const label of ['Passphrase', 'The passphrase again'])
        await page.getByLabel(label, { exact: true }).fill(passphrase);
      await expectNoBarrier(page, { part: 'main', expect });
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
      await expectNoBarrier(page, { part: 'main', expect });
      await stopRecording(page);

      await page.goBack();
      await tab(page, 'Read aloud').click();
      await page.getByRole('button', { name: 'Record: Speak freely' }).click();
      await page.getByRole('img', { name: /^Softness: .* dB from your usual$/ }).waitFor(patience);
      await stopRecording(page);
      await page.getByRole('button', { name: 'Play', exact: true }).click();
      await expect.poll(() => playhead(page), patience).toBeGreaterThan(0);
      app.expectNoComplaints();
    } finally {
      await app.stop();
    }
  });

  it('has the team’s own caller object when talked over, by voice and by clip, and sets attempt beside attempt', async ({
    expect,
  }) => {
    await withMicrophone(await talkFor(200), async (page) => {
      await page.addInitScript(giveSystemVoice);
      await page.reload();
      await devicesListed(page);
      await openPractice(page);
      const scenario = await readFile(join(practiceSamples, 'scenarios', 'charged-twice.json'), 'utf8');
      const own = scenario.replace('"charged-twice"', '"our-own"').replace('"Charged twice"', '"Our own"');
      const broken = own.replace('"soothed": "promise"', '"soothed": "premise"');
      await choose(page, 'Open a caller’s files', [{ name: 'own.json', buffer: Buffer.from(broken) }]);
      await page.getByText('There is no beat "premise".').waitFor();
      await choose(page, 'Open a caller’s files', [{ name: 'own.json', buffer: Buffer.from(own) }]);
      await page.getByText('It has no clips: choose a voice').waitFor();
      await expectNoBarrier(page, { part: 'main', expect });

      await page.getByLabel('Keep my voice, to hear it again').check();
      await page.getByLabel('The caller’s voice').selectOption('Test voice');
      await beTalkedOver(page, () => expectNoBarrier(page, { part: 'main', expect }));
      await page.getByRole('button', { name: 'Back to practice' }).click();

      const clips = join(practiceSamples, 'clips', 'charged-twice');
      const files = (await readdir(clips)).map(async (name) => ({ name, buffer: await readFile(join(clips, name)) }));
      const all = [{ name: 'own.json', buffer: Buffer.from(own) }, ...(await Promise.all(files))];
      await page.getByLabel('The caller’s voice').selectOption('');
      await page.getByText('It has no clips').waitFor();
      await choose(page, 'Open a caller’s files', all);
      await page.getByText('It has no clips').waitFor({ state: 'detached' });
      await beTalkedOver(page);
      expect(await page.getByLabel('Beside it').inputValue()).toBe('previous');
      expect(await page.locator('figure .attempt-ghost').count()).toBe(3);
      const play = page.getByRole('button', { name: /^Play the attempt of/ });
      expect(await play.count()).toBe(2);
      await play.first().click();
      await page.getByRole('button', { name: /^Stop the attempt of/ }).waitFor();
      await play.click();
      await expect.poll(() => play.count()).toBe(1);
      await expectNoBarrier(page, { part: 'main', expect });

      await page.getByRole('button', { name: 'Back to practice' }).click();
      await tab(page, 'Drills').click();
      await page.getByRole('button', { name: 'Start: Hold the soft band' }).click();
      await page.getByText('Read this aloud').waitFor(patience);
      await expectNoBarrier(page, { part: 'main', expect });
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByText('No score: it was stopped before its end.').waitFor(patience);
    });
  });
});

const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });

async function choose(page: Page, button: string, files: readonly { name: string; buffer: Buffer }[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })));
}

async function stopRecording(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop and show the report' }).click();
  await summaryShown(page);
}

/** Calls the own caller, and talks on while they do. */
async function beTalkedOver(page: Page, meanwhile = async () => {}): Promise<void> {
  await page.getByRole('button', { name: 'Start: Our own' }).click();
  await page.getByText('they are speaking').waitFor(patience);
  await page.getByText(/[1-9] talk-overs?$/).waitFor(patience);
  await page.locator('.run-caption').filter({ hasText: '“' }).waitFor();
  await meanwhile();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByText('When both of you speak, stop in mid-word').waitFor(patience);
}

/** Runs in the page: browsers without a desktop have no voices. This one takes its time, and tells of it as they do. */
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
