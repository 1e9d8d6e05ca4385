import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { baselineSchema } from '../../../core/model/baseline.ts';
import type { CallEvent } from '../../../core/model/callEvent.ts';
import { AnalysisPool } from '../../../main/analysis/analysisPool.ts';
import { captureFrameSize, captureRateHz } from '../../../main/capture/device/captureFormat.ts';
import { DeviceCapture } from '../../../main/capture/device/deviceCapture.ts';
import { openFileSource } from '../../../main/capture/file/fileSource.ts';
import { ManualClock } from '../../contract/fakes/manualClock.ts';
import { startTestServices } from '../../contract/fakes/testServices.ts';
import { FakeCaptureChild } from '../../unit/main/capture/device/fakeCaptureChild.ts';

const samples = join(import.meta.dirname, '../../../samples');
const baseline = baselineSchema.parse(JSON.parse(readFileSync(join(samples, 'agent-baseline/baseline.json'), 'utf8')));

const deviceNames = ['Headset', 'Monitor of Softphone'] as const;

/** Voice activity is late by its onset and its window, and a source by up to one frame. */
const toleranceSeconds = 0.15;
const momentSeconds = 0.15;

interface Happening {
  readonly at: number;
  readonly what: string;
}

/** Reads the expected screen of one call: a line per change with its time in seconds and name; `#` starts a comment. */
function expected(name: string): Happening[] {
  const lines = readFileSync(join(import.meta.dirname, `${name}.txt`), 'utf8').split('\n');
  const texts = lines.map((line) => line.replace(/#.*/, '').trim()).filter(Boolean);
  return texts.map((text) => {
    const [at = '', ...what] = text.split(/\s+/);
    return { at: Number(at), what: what.join(' ') };
  });
}

function happening(event: CallEvent): Happening[] {
  if (event.type === 'floor') return [{ at: event.at, what: event.state }];
  if (event.type === 'cue' && event.cue.shown) return [{ at: event.at, what: `cue ${event.cue.kind}` }];
  return [];
}

const failures: string[] = [];
const analysis = new AnalysisPool(1, (detail) => failures.push(detail));
afterAll(() => analysis.close());

/** Plays a recorded call through the capture processes of two devices, frame by frame, on a simulated clock. */
async function heardLive(name: string): Promise<Happening[]> {
  const clock = new ManualClock();
  const children: FakeCaptureChild[] = [];
  const spawn = () => {
    const child = new FakeCaptureChild();
    children.push(child);
    return child;
  };
  const say = (child: FakeCaptureChild | undefined, samples: Int16Array) =>
    child?.say({ type: 'frame', samples, atSeconds: clock.monotonicSeconds() });
  const devices = new DeviceCapture({ spawn, clock });
  const { services, close } = await startTestServices({ clock, analysis, devices });
  const starting = services.live.start({
    inputs: [
      { role: 'agent', source: { kind: 'device', name: deviceNames[0] } },
      { role: 'customer', source: { kind: 'device', name: deviceNames[1] } },
    ],
    baseline,
  });
  for (const [i, device] of deviceNames.entries()) {
    while (children.length === i) await soon();
    children[i]?.say({ type: 'started', name: device });
    say(children[i], new Int16Array(captureFrameSize));
  }
  const { sessionId } = await starting;
  const happenings: Happening[] = [];
  const watched = (async () => {
    for await (const live of services.live.session(sessionId).watch()) {
      if (live.type === 'call') happenings.push(...happening(live.event));
    }
  })();
  for (const frame of await callFrames(name)) {
    clock.advance(captureFrameSize / captureRateHz);
    for (const [i, samples] of frame.entries()) say(children[i], samples);
    await soon();
  }
  await services.live.session(sessionId).stop();
  await watched;
  await close();
  expect(failures).toEqual([]);
  return happenings;
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

/** Returns the agent's and the caller's samples of a sample call, in frames. */
async function callFrames(name: string): Promise<Int16Array[][]> {
  const source = await openFileSource(join(samples, name, 'call.flac'));
  const channels: number[][] = [[], []];
  for await (const item of source) {
    if (item.type !== 'samples') continue;
    for (const [i, channel] of channels.entries()) for (const sample of item.channels[i]!) channel.push(sample);
  }
  await source.close();
  const pcm = channels.map((channel) => Int16Array.from(channel, (sample) => Math.round(32_767 * sample)));
  return Array.from({ length: Math.floor(pcm[0]!.length / captureFrameSize) }, (_, frame) =>
    pcm.map((channel) => channel.slice(frame * captureFrameSize, (frame + 1) * captureFrameSize)),
  );
}

/** Omits pauses so close to 0.3 s that ALMOST may or may not appear before the caller continues. */
function withoutMoments(happenings: readonly Happening[]): Happening[] {
  const isMoment = (here: Happening | undefined, next: Happening | undefined) =>
    here?.what === 'almost' && next?.what === 'wait' && next.at - here.at < momentSeconds;
  return happenings.filter((here, i) => !isMoment(here, happenings[i + 1]) && !isMoment(happenings[i - 1], here));
}

describe('floor light and cues of a call from two devices', () => {
  it.each(['soft-and-patient', 'matching-the-anger'])(
    'are those that were written down for %s',
    { timeout: 60_000 },
    async (name) => {
      const wanted = expected(name);
      const seen = withoutMoments(await heardLive(name));
      expect(seen.map(({ what }) => what)).toEqual(wanted.map(({ what }) => what));
      for (const [i, { at, what }] of wanted.entries()) {
        expect(Math.abs(seen[i]!.at - at), `${what} at ${at} s, seen at ${seen[i]!.at} s`).toBeLessThan(
          toleranceSeconds,
        );
      }
    },
  );
});
