import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';
import { type CallReport, callReportSchema } from '../../../core/model/callReport.ts';
import { callShown, exportedReport, playhead, recordingInput, waveform } from '../../support/e2e/e2eScreens.ts';
import { baselinePath, cardRateHz, cardWave, samplePart, samplePath } from '../../support/e2e/e2eSounds.ts';
import { e2eTest } from '../../support/e2e/e2eTest.ts';
import { runCli } from '../../support/runCli.ts';
import { silence } from '../../support/signals.ts';

declare global {
  interface Window {
    /** The element that was played last; it is not part of the document. */
    played: HTMLMediaElement & { captureStream(): MediaStream };
  }
}

const testTimeout = 120_000;

describe('the sample call', { timeout: testTimeout }, () => {
  let expected: CallReport;

  beforeAll(async () => {
    const { stdout } = await runCli([
      'analyze',
      '--json',
      '--baseline',
      baselinePath,
      samplePath('matching-the-anger'),
    ]);
    expected = callReportSchema.parse(JSON.parse(stdout));
  }, testTimeout);

  const it = e2eTest({ samples: ['matching-the-anger'], screen: 'matching-the-anger', initScript: notePlayed });

  it('is opened from its card in the library', async ({ page }) => {
    await page.getByRole('link', { name: 'Calls' }).click();
    await page.getByRole('button', { name: /^Soft and patient/ }).click();
    await page.getByRole('progressbar').waitFor();
    await callShown(page);
    await page.getByRole('heading', { level: 1, name: 'Soft and patient' }).waitFor();
  });

  it('shows the same numbers as the command line', async ({ page }) => {
    const { summary } = expected;
    const percent = (share: number | null) => `${Math.round(100 * (share ?? Number.NaN))}%`;
    expect(await number(page, 'Spoke softly')).toBe(percent(summary.softShare));
    expect(await number(page, 'Easy pace')).toBe(percent(summary.paceShare));
    expect(await number(page, 'Response time')).toBe(
      `${(summary.medianResponseGapSeconds ?? Number.NaN).toFixed(1).replace('-', '−')} s`,
    );
    expect(await number(page, 'Interruptions by the agent')).toBe(String(summary.agentInterruptions));
    expect(await number(page, 'Talk share')).toBe(percent(summary.talkShare));
    expect(await number(page, 'Waves')).toBe(String(expected.waves.length));
    expect(await number(page, 'Pauses kept')).toBe(String(expected.speakers[0]?.pausesKept));
  });

  it('exports the whole report as a file, the same as from the command line', async ({ page }) => {
    const exported = callReportSchema.parse(await exportedReport(page));
    // The path of a sample differs between machines.
    expect(exported).toEqual({ ...expected, source: { ...expected.source, path: null } });
  });

  it('draws both lanes', async ({ page }) => {
    await expect.poll(() => drawnPixels(waveform(page))).toEqual([expect.any(Number), expect.any(Number)]);
    for (const pixels of await drawnPixels(waveform(page))) expect(pixels).toBeGreaterThan(1_000);
  });

  it('moves the playhead to a moment and with the keyboard', async ({ page }) => {
    const cue = expected.cues.find(({ shown }) => shown);
    const [overlap] = expected.overlaps;
    const atCue = Math.floor(cue?.at ?? Number.NaN);
    await page.getByRole('button', { name: /^Cue.*Let them finish/ }).click();
    await expect.poll(() => playhead(page)).toBe(atCue);

    await page.keyboard.press('ArrowRight');
    await expect.poll(() => playhead(page)).toBe(atCue + 5);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => playhead(page)).toBe(atCue - 1);
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await expect.poll(() => playhead(page)).toBe(atCue);
    await page.keyboard.press('p');
    await expect.poll(() => playhead(page)).toBe(Math.floor(overlap?.start ?? Number.NaN));
  });

  it('plays and moves the playhead, with the button and with the space bar', async ({ page }) => {
    // The first speech begins after a second of silence.
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Play' }).click();
    expect(await loudness(page)).toBeGreaterThan(0.01);
    await expect.poll(() => playhead(page), { timeout: 20_000 }).toBeGreaterThan(5);

    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    expect(await page.evaluate(() => window.played.paused)).toBe(false);
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Play' }).waitFor();
    expect(await page.evaluate(() => window.played.paused)).toBe(true);
  });

  it('hides a layer of marks and shows it again', async ({ page }) => {
    const marks = page.locator('.timeline-waves [part=regions-container] > *');
    const talkOver = page.getByRole('checkbox', { name: 'Talk-over' });
    await expect.poll(() => marks.count()).toBeGreaterThan(0);
    const all = await marks.count();
    await talkOver.uncheck();
    await expect.poll(() => marks.count()).toBe(all - expected.overlaps.length);
    await talkOver.check();
    await expect.poll(() => marks.count()).toBe(all);
  });
});

describe('a recording of the user’s', { timeout: testTimeout }, () => {
  const it = e2eTest();
  let recording: Buffer;

  beforeAll(async () => {
    const { agent, customer } = await samplePart('soft-and-patient', 0, 6);
    recording = Buffer.from(cardWave(agent, customer));
  }, testTimeout);

  it('is opened by selecting it', async ({ page }) => {
    await choose(page, 'monday.wav', recording);
    await callShown(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('monday.wav');
    await page.getByRole('link', { name: 'Calls' }).click();
    await page.getByRole('link', { name: /^monday\.wav/ }).waitFor();
  });

  it('is opened by dropping it anywhere in the window', async ({ page }) => {
    const dropped = await page.evaluateHandle((base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'tuesday.wav', { type: 'audio/wav' }));
      return transfer;
    }, recording.toString('base64'));
    await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped });
    await page.getByText('Drop to open this recording').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    await callShown(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('tuesday.wav');
  });

  it('that is truncated is analysed to its end, with a warning', async ({ page }) => {
    await choose(page, 'cut.wav', recording.subarray(0, recording.length / 2));
    await callShown(page);
    expect(await page.getByRole('alert').textContent()).toMatch(/^Part of this call is missing.*breaks off at 3/);
  });

  it('that is not valid gets a sentence that says what to do, and the next one can be opened', async ({ page }) => {
    await choose(page, 'notes.txt', Buffer.from('Call the customer back.\n'.repeat(50)));
    expect(await page.getByRole('alert').textContent()).toBe(
      'notes.txt couldn’t be opened"notes.txt" is not a recording. Choose a WAV, FLAC, MP3, Ogg Opus or Ogg Vorbis file.',
    );
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await choose(page, 'wednesday.wav', recording);
    await callShown(page);
  });

  it('with three channels needs their parties to be selected', async ({ page }) => {
    const channel = silence(1, cardRateHz);
    await choose(page, 'conference.wav', Buffer.from(cardWave(channel, channel, channel)));
    expect(await page.getByRole('alert').textContent()).toMatch(/has 3 channels\. Say who is on each/);
  });
});

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await recordingInput(page).setInputFiles({ name, mimeType: 'audio/wav', buffer });
}

/** Returns a number of the call's page as it is written there. */
function number(page: Page, label: string): Promise<string | null> {
  return page.getByRole('listitem').filter({ hasText: label }).locator('.number-value').textContent();
}

/** Counts the pixels of each canvas that are not transparent. */
function drawnPixels(canvases: Locator): Promise<number[]> {
  return canvases.evaluateAll((elements) =>
    (elements as HTMLCanvasElement[]).map((canvas) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      return data.filter((value, index) => index % 4 === 3 && value > 0).length;
    }),
  );
}

/** Returns the largest sample of the playing element within 300 frames. */
function loudness(tab: Page): Promise<number> {
  return tab.evaluate(async () => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(window.played.captureStream()).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let loudest = 0;
    for (let frame = 0; frame < 300 && loudest < 0.01; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      analyser.getFloatTimeDomainData(samples);
      loudest = Math.max(loudest, ...samples.map(Math.abs));
    }
    await context.close();
    return loudest;
  });
}

/** An init script: records the element that was played last. */
function notePlayed(): void {
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function (this: Window['played']) {
    window.played = this;
    return play.call(this);
  };
}
