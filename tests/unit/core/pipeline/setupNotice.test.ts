import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Resampler } from '../../../../core/audio/resampler.ts';
import { baselineSchema } from '../../../../core/model/baseline.ts';
import type { SetupNotice } from '../../../../core/model/callEvent.ts';
import { sampleChannels } from '../../../support/e2e/e2eSounds.ts';
import { runPipeline, type Voices } from '../../../support/pipelineRun.ts';
import { amplitudeOfDb } from '../../../support/signals.ts';

const delaySamples = 1_280;
const baselineFile = join(import.meta.dirname, '../../../../samples/agent-baseline/baseline.json');
const taken = baselineSchema.parse(JSON.parse(readFileSync(baselineFile, 'utf8')));
const turnDb = 12;
/** Measured without gain control, so that the level counts, and before the change of gain. */
const baseline = {
  ...taken,
  device: null,
  agc: false,
  activeLufs: {
    p10: taken.activeLufs.p10 - turnDb,
    p50: taken.activeLufs.p50 - turnDb,
    p90: taken.activeLufs.p90 - turnDb,
  },
};

function noticesOf(voices: Required<Voices>): (SetupNotice | null)[] {
  const { events } = runPipeline(
    ['agent', 'customer'],
    [
      { role: 'agent', samples: voices.agent },
      { role: 'customer', samples: voices.customer },
    ],
  );
  return events.flatMap((event) => (event.type === 'metrics' ? event.notice : []));
}

/** The sound after a telephone: resampled to 8 kHz and back. */
function throughTelephone(samples: Float32Array): Float32Array {
  const low = samples.filter((_, n) => n % 2 === 0);
  const resampler = new Resampler(8_000);
  return Float32Array.from([...resampler.push(low), ...resampler.flush()].flatMap((part) => [...part]));
}

describe('the setup notice', () => {
  it('is missing in a call between two good headsets', async () => {
    expect(new Set(noticesOf(await sampleChannels('soft-and-patient')))).toEqual(new Set([null]));
  });

  it('is the loudspeaker if the caller is audible through the microphone', async () => {
    const { agent, customer } = await sampleChannels('soft-and-patient');
    const gain = amplitudeOfDb(-25);
    const heard = agent.map((sample, n) => sample + gain * (customer[n - delaySamples] ?? 0));
    expect(noticesOf({ agent: heard, customer }).at(-1)).toBe('bleed');
  });

  it('is the headset if it sends only the telephone band', async () => {
    const { agent, customer } = await sampleChannels('soft-and-patient');
    expect(noticesOf({ agent: throughTelephone(agent), customer }).at(-1)).toBe('narrow-band');
  });
});

describe('a microphone whose gain is turned up during a call', async () => {
  const { agent, customer } = await sampleChannels('soft-and-patient');
  const turnedAt = agent.length / 2;
  const gain = amplitudeOfDb(-turnDb);
  const run = (own: Float32Array) =>
    runPipeline(
      ['agent', 'customer'],
      [
        { role: 'agent', samples: own },
        { role: 'customer', samples: customer },
      ],
      { baseline },
    );
  const turned = run(agent.map((sample, n) => (n < turnedAt ? gain * sample : sample)));
  const softer = run(agent.map((sample) => gain * sample));
  const late = (turnedAt / 16_000 + agent.length / 16_000) / 2;
  const efforts = ({ events }: typeof turned) =>
    events.flatMap((event) =>
      event.type === 'metrics' && event.at > late && event.agent?.effortDb != null ? [event.agent.effortDb] : [],
    );
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  it('is reported from then on', () => {
    const notices = turned.events.flatMap((event) => (event.type === 'metrics' ? [event] : []));
    expect(notices.filter(({ at }) => at < turnedAt / 16_000).every(({ notice }) => notice === null)).toBe(true);
    expect(notices.at(-1)?.notice).toBe('gain-turned');
  });

  it('does not make the agent loud: the level no longer counts', () => {
    // Half of the level's share would be 6 dB.
    expect(Math.abs(mean(efforts(turned)) - mean(efforts(softer)))).toBeLessThan(3);
    expect(turned.report.cues.filter(({ kind }) => kind === 'softer')).toEqual([]);
  });

  it('is stated in the report, which has no spread of the level', () => {
    expect(turned.report.speakers[0]?.steadiness.levelSdDb).toBeNull();
    expect(turned.report.unavailable).toContainEqual({
      field: 'speakers.agent.steadiness.levelSdDb',
      reason: expect.stringMatching(/^the microphone level changed at \d+ s$/),
    });
    expect(softer.report.speakers[0]?.steadiness.levelSdDb).not.toBeNull();
  });
});
