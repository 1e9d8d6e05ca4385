import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { defaultCallConfig } from '../../../core/config/callConfig.ts';
import { E2eApp } from '../../support/e2e/e2eApp.ts';
import { chooseMicrophone, withMicrophone } from '../../support/e2e/e2eMicrophone.ts';
import { callShown, chooseSampleBaseline, firstShown, followLiveScreen } from '../../support/e2e/e2eScreens.ts';
import { playedOut } from '../../support/e2e/e2eSoundServer.ts';
import { inQuietRoom, samplePart, sampleTruth } from '../../support/e2e/e2eSounds.ts';
import { PulseAudio, pulseAudioProblem } from '../../support/pulseAudio.ts';

const testTimeout = 180_000;
/** A cue must be on the screen within this time of its condition. */
const cueLatencyMs = 2_000;
/** Silence before the call's sound, in which the call is started. */
const leadSeconds = 6;

describe.concurrent('the sample call as a live call', { timeout: testTimeout }, () => {
  it('through the page’s microphone raises “Softer”, outlives a reload and ends in a summary', async ({ expect }) => {
    const [start, end] = [27, 38];
    const truth = await sampleTruth('matching-the-anger');
    const loudLine = truth.lines.find((line) => line.role === 'agent' && line.start > start);
    // Effort is known after 1 s of speech; “Softer” is due once it has been too high for 1.5 s of speech.
    const { level, cues } = defaultCallConfig;
    const loudSpeechSeconds = level.activeMinSpeechSeconds + cues.softer.onSeconds;
    const conditionMs = 1000 * (leadSeconds + (loudLine?.start ?? Number.NaN) - start + loudSpeechSeconds);
    const { agent } = await samplePart('matching-the-anger', start, end);

    await withMicrophone(inQuietRoom(agent, leadSeconds), async (page) => {
      await chooseMicrophone(page);
      await startCall(page);
      const saidAtMs = await firstShown(page, 'cue', /^Softer$/);
      expect(saidAtMs - (await page.evaluate(() => window.microphoneAtMs)) - conditionMs).toBeLessThan(cueLatencyMs);
      await firstShown(page, 'softness', /^Softness: when you speak/);
      await firstShown(page, 'softness', /^Softness: Loud, \+\d+ dB/);
      await firstShown(page, 'pace', /^Pace: \w+, \d+ words\/min/);

      await page.reload();
      await page.getByText('The page that captures the sound is gone').waitFor();
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await callShown(page);
      await page.getByRole('button', { name: /^Cue.*Softer/ }).waitFor();
    });
  });

  const problem = pulseAudioProblem();
  it.skipIf(problem !== undefined)(
    'through two devices moves the floor light, raises “Let them finish” and ends in a summary',
    async ({ expect }) => {
      const { agent, customer } = await samplePart('matching-the-anger', 0, 15);
      const truth = await sampleTruth('matching-the-anger');
      const talkOver = truth.occasions.find(({ kind }) => kind === 'let-them-finish');

      await withSoundServer(async (page, server) => {
        await page.getByLabel('You', { exact: true }).selectOption('device:Headset');
        await page.getByLabel('Caller', { exact: true }).selectOption('device:Monitor of Speaker');
        await startCall(page);
        await page.locator('.call-elapsed strong').filter({ hasNotText: '0:00' }).waitFor();
        const playedAtMs = Date.now();
        server.play('voice', agent);
        server.play('speaker', customer);

        const saidAtMs = await firstShown(page, 'cue', /^Let them finish$/);
        const conditionMs = 1000 * (talkOver?.start ?? Number.NaN);
        expect(saidAtMs - playedAtMs - conditionMs).toBeGreaterThan(0);
        expect(saidAtMs - playedAtMs - conditionMs).toBeLessThan(cueLatencyMs);
        await firstShown(page, 'talk share', /You \d+% · Caller \d+%/);
        await firstShown(page, 'softness', /^Softness: \w.* dB vs\. your usual/);
        // The caller gives up and falls silent, then takes the floor again.
        await playedOut(server);
        expect(await floorsShown(page)).toMatch(/Wait.*Almost.*Your turn.*Wait/);

        await page.getByRole('button', { name: 'Stop', exact: true }).click();
        await callShown(page);
        await page.getByRole('button', { name: /^Cue.*Let them finish/ }).waitFor();
        await page.getByRole('button', { name: /^Agent interrupted/ }).waitFor();
      });
    },
  );
});

/** Starts the call with the baseline of the samples' agent, and records the changes on the screen. */
async function startCall(page: Page): Promise<void> {
  await chooseSampleBaseline(page);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
  await followLiveScreen(page);
}

/** Returns every state that the floor light has shown, in order. */
async function floorsShown(page: Page): Promise<string> {
  const shown = await page.evaluate(() => window.shown.filter(({ what }) => what === 'floor'));
  return shown.map(({ text }) => text).join('; ');
}

/** Opens the app on a machine with a separate sound server. */
async function withSoundServer(use: (page: Page, server: PulseAudio) => Promise<void>): Promise<void> {
  const server = await PulseAudio.start();
  try {
    const app = await E2eApp.start({ env: server.env });
    try {
      await use(await app.open('live'), server);
      app.expectNoComplaints();
    } finally {
      await app.stop();
    }
  } finally {
    await server.stop();
  }
}
