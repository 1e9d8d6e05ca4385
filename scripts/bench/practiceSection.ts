import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { E2eApp } from '../../tests/support/e2e/e2eApp.ts';
import { agentLines, cardRateHz } from '../../tests/support/e2e/e2eSounds.ts';
import { PulseAudio, pulseAudioProblem } from '../../tests/support/pulseAudio.ts';
import { sine } from '../../tests/support/signals.ts';
import { waveBytes } from '../../tests/support/waveBytes.ts';
import { atMost, type Figure, percentile } from './figure.ts';
import { ReferenceRecorder } from './referenceRecorder.ts';

const OCCASIONS = 12;
/** Short enough for the caller to raise the voice without stopping. */
const WORD_SECONDS = 0.35;
const PAUSE_SECONDS = 2.5;
const TONE_SECONDS = 50;
const TONE_AMPLITUDE = 0.1;
/** Halfway between the caller's usual voice and the raised voice, which is 4 dB louder. */
const RAISED_SAMPLE = TONE_AMPLITUDE * 10 ** (2 / 20);

/**
 * Measures the time from the moment that one recorder hears the trainee at the microphone until another hears the
 * simulated caller raise the voice at the loudspeaker, in a browser with the built app. The caller's voice is a tone,
 * so that a change is easy to detect.
 */
export async function practiceSection(): Promise<readonly Figure[]> {
  const problem = pulseAudioProblem();
  if (problem) return [{ what: 'reaction of the simulated caller', measured: problem }];
  const pulse = await PulseAudio.start();
  try {
    await pulse.control('set-default-sink', 'speaker');
    Object.assign(process.env, pulse.env);
    const app = await E2eApp.start({ env: pulse.env, isAudible: true });
    const microphone = new ReferenceRecorder(pulse, 'headset');
    const loudspeaker = new ReferenceRecorder(pulse, 'speaker.monitor', RAISED_SAMPLE);
    try {
      const page = await app.open('live');
      await callTone(page);
      const word = (await agentLines('soft-and-patient', 1)).slice(0.4 * cardRateHz, (0.4 + WORD_SECONDS) * cardRateHz);
      await setTimeout(2000);
      for (let occasion = 0; occasion < OCCASIONS; occasion++) {
        pulse.play('voice', word);
        await setTimeout(1000 * PAUSE_SECONDS);
      }
      const delaysMs = microphone.heard.flatMap(({ startMs }) => {
        const raised = loudspeaker.heard.find((sound) => sound.startMs > startMs && sound.startMs < startMs + 1500);
        return raised ? [raised.startMs - startMs] : [];
      });
      const heard = `of ${delaysMs.length} out of ${microphone.heard.length}`;
      return [
        atMost(
          `from talking over to the raised voice at the loudspeaker, p50 ${heard}`,
          percentile(delaysMs, 0.5),
          300,
          'ms',
          0,
        ),
        atMost(`the same, p95`, percentile(delaysMs, 0.95), 300, 'ms', 0),
      ];
    } finally {
      microphone.close();
      loudspeaker.close();
      await app.stop();
    }
  } finally {
    await pulse.stop();
  }
}

/** Starts a call with a caller whose every line is a tone, and waits until they speak. */
async function callTone(page: Page): Promise<void> {
  const lines = { calm: ['A.'], annoyed: ['A.'], angry: ['A.'], peak: ['A.'] };
  const scenario = {
    schema: 'softspoken.scenario/1',
    id: 'tone',
    title: 'Tone',
    trade: 'Bench',
    situation: 'A tone.',
    goal: 'None.',
    practices: ['speak-softly'],
    caller: { name: 'Tone', voice: 'man' },
    start: { beat: 'tone', intensity: 'angry' },
    beats: { tone: { lines, next: { soothed: 'resolved', unmoved: 'tone', provoked: 'tone' } } },
    talkedOver: { annoyed: ['A.'], angry: ['A.'], peak: ['A.'] },
    silence: ['A.'],
    endings: { resolved: ['A.'], lost: ['A.'], unresolved: ['A.'] },
  };
  const names = [
    ...Object.keys(lines).map((intensity) => `tone-${intensity}-1`),
    ...['annoyed', 'angry', 'peak'].map((intensity) => `talked-over-${intensity}-1`),
    'silence-1',
    ...['resolved', 'lost', 'unresolved'].map((outcome) => `ending-${outcome}-1`),
  ];
  const rateHz = 8_000;
  const tone = Buffer.from(waveBytes([sine(400, TONE_SECONDS, TONE_AMPLITUDE, rateHz)], { sampleRateHz: rateHz }));
  const json = Buffer.from(JSON.stringify(scenario));
  await page.getByRole('link', { name: 'Practice' }).click();
  await page.getByLabel('Your microphone', { exact: true }).selectOption('device:Headset');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open caller files' }).click();
  await (await chooser).setFiles([
    { name: 'tone.json', mimeType: 'application/json', buffer: json },
    ...names.map((name) => ({ name: `${name}.wav`, mimeType: 'audio/wav', buffer: tone })),
  ]);
  await page.getByRole('button', { name: 'Start: Tone' }).click();
  await page.getByText('“A.”').waitFor();
}
