import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';
import { callReportSchema } from '../../../core/model/callReport.ts';
import { isChannelShared, SHARED_CHANNEL } from '../../../core/model/sharedChannel.ts';
import { expectNoBarrier } from '../../support/e2e/e2eBarriers.ts';
import { callShown, exportedReport, playhead, recordingInput, waveform } from '../../support/e2e/e2eScreens.ts';
import { cardWave, samplePart } from '../../support/e2e/e2eSounds.ts';
import { e2eTest } from '../../support/e2e/e2eTest.ts';
import { mix } from '../../support/signals.ts';

const testTimeout = 120_000;
const say = 'Both voices on one channel';
const takeBack = 'Only one voice on this channel';

let buffer: Buffer;

beforeAll(async () => {
  const { agent, customer } = await samplePart('matching-the-anger', 0, 60);
  buffer = Buffer.from(cardWave(mix(agent, customer)));
});

const it = e2eTest().extend<{ callPage: Page }>({
  callPage: async ({ page }, use) => {
    await recordingInput(page).setInputFiles({ name: 'mono.wav', mimeType: 'audio/wav', buffer });
    await callShown(page);
    await use(page);
  },
});

/** Returns the numbers by their label: the value, and the text below it. */
async function numbers(page: Page): Promise<Record<string, [value: string, detail: string]>> {
  const cards = await page.locator('.number').evaluateAll((elements) =>
    elements.map((element): [string, [string, string]] => {
      const text = (name: string) => element.querySelector(`.number-${name}`)?.textContent ?? '';
      return [text('label'), [text('value'), text('detail')]];
    }),
  );
  return Object.fromEntries(cards);
}

const figures = (page: Page) => page.locator('figure.curve').count();

describe('a recording with both parties on its one channel', { timeout: testTimeout }, () => {
  it('is measured as one voice until somebody marks it as shared, by a click that can be undone', async ({
    callPage: page,
  }) => {
    const before = await numbers(page);
    expect(before['Spoke softly']?.[0]).toMatch(/^\d+%$/);
    expect(before['Dead air']?.[0]).toBe('–');
    await expect.poll(() => figures(page)).toBe(3);
    const measured = callReportSchema.parse(await exportedReport(page));
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => playhead(page)).toBe(5);

    await page.getByRole('button', { name: say }).click();
    await page.getByRole('button', { name: takeBack }).waitFor();
    const { 'Dead air': deadAir, ...others } = await numbers(page);
    expect(deadAir?.[0]).toMatch(/ s$/);
    expect(Object.keys(others)).toHaveLength(11);
    for (const number of Object.values(others)) expect(number).toEqual(['–', SHARED_CHANNEL]);
    await page.getByText('Two people share this channel, and their voices can’t be separated').waitFor();
    expect(await figures(page)).toBe(1);
    expect(await page.locator('.lane-sound legend').allTextContents()).toEqual(['Both of you']);
    expect(await waveform(page).count()).toBe(1);
    expect(await playhead(page)).toBe(5);
    expect(await page.getByRole('button', { name: /^(Rushed|Loudest|Cue)/ }).count()).toBe(0);
    const shared = callReportSchema.parse(await exportedReport(page));
    expect(isChannelShared(shared)).toBe(true);
    await expectNoBarrier(page);

    await page.reload();
    await callShown(page);
    await page.getByRole('button', { name: takeBack }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: say }).waitFor();
    expect(await page.locator(':focus').textContent()).toBe(say);
    expect(await numbers(page)).toEqual(before);
    expect(callReportSchema.parse(await exportedReport(page))).toEqual(measured);
    await expectNoBarrier(page);
  });

  it('stays out of the trends while it is marked as shared', async ({ callPage: page }) => {
    const call = page.url();
    const counted = async () => {
      await page.getByRole('link', { name: 'Trends' }).click();
      const line = page.getByText(/^(\d+ calls?|No calls yet)/);
      await line.waitFor();
      return line.textContent();
    };
    expect(await counted()).toBe('1 call');
    await page.goto(call);
    await page.getByRole('button', { name: say }).click();
    await page.getByRole('button', { name: takeBack }).waitFor();
    expect(await counted()).toContain('1 left out: they turned on policy, or two voices share a channel');
  });
});
