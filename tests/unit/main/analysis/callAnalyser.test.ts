import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallConfig, defaultCallConfig } from '../../../../core/config/callConfig.ts';
import { configHash } from '../../../../core/config/configHash.ts';
import { baselineSchema } from '../../../../core/model/baseline.ts';
import type { CallEvent } from '../../../../core/model/callEvent.ts';
import type { CallReport } from '../../../../core/model/callReport.ts';
import { AnalysisPool } from '../../../../main/analysis/analysisPool.ts';
import { createWavFile } from '../../../../main/audio/wavWriter.ts';
import { openFileSource } from '../../../../main/capture/file/fileSource.ts';
import { drain } from '../../../support/decodedAudio.ts';

const RATE_HZ = 16_000;
const SECONDS = 45;

const sample = (path: string) => fileURLToPath(new URL(`../../../../samples/${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'softspoken-test-'));
const path = join(folder, 'call.wav');
const baseline = baselineSchema.parse(JSON.parse(readFileSync(sample('agent-baseline/baseline.json'), 'utf8')));
const internalErrors: string[] = [];
const openPool = (threads: number) => new AnalysisPool(threads, (detail) => internalErrors.push(detail));
const pool = openPool(1);
/** The agent is second, so that a free thread measures the agent's voice. */
const roles = ['customer', 'agent'] as const;
let channels: readonly Float32Array[];

beforeAll(async () => {
  const call = await drain(await openFileSource(sample('matching-the-anger/call.flac')));
  channels = call.channels.toReversed().map((samples) => samples.slice(0, SECONDS * RATE_HZ));
  const writer = await createWavFile(path, { sampleRateHz: RATE_HZ, channelCount: 2 });
  await writer.write(channels);
  await writer.close();
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

async function reportOf(config: CallConfig, on = pool): Promise<CallReport> {
  const request = { path, reportedPath: null, roles, baseline, playbackPath: null, config };
  return (await on.analyzeFile(request)).report;
}

async function liveEventsOf(config: CallConfig): Promise<readonly CallEvent[]> {
  const inputs = roles.map((role) => ({
    role,
    kind: 'device' as const,
    device: null,
    appliedSettings: {},
    sampleRateHz: RATE_HZ,
  }));
  const live = await pool.openLive({ inputs, startedAt: '2026-03-02T14:00:00.000Z', baseline, config });
  const events: CallEvent[] = [];
  live.onEvent((event) => events.push(event));
  for (const [i, role] of roles.entries()) live.push(role, channels[i]!.slice());
  await live.finish();
  return events;
}

interface Outcome {
  readonly report: CallReport;
  readonly events: readonly CallEvent[];
}

interface Row {
  readonly change: Partial<CallConfig>;
  /** True if the effect shows only in a live call. */
  readonly isLive?: true;
  readonly observe: (outcome: Outcome) => unknown;
  readonly expected: unknown;
}

const { level, effort, rate, turns, floor, wave, cues, cueChoices, signalTrust } = defaultCallConfig;
const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);

/** A changed value of each section and its effect; the type requires a row for every section. */
const rows: { readonly [Section in keyof CallConfig]: Row } = {
  level: {
    change: { level: { ...level, activeMinSpeechSeconds: level.activeWindowSeconds + 1 } },
    observe: ({ report }) => known(report.timeline.agent!.effortDb),
    expected: [],
  },
  effort: {
    change: { effort: { ...effort, bandDb: { low: 100, high: 101 } } },
    observe: ({ report }) => report.summary.softShare,
    expected: 0,
  },
  rate: {
    change: { rate: { ...rate, minNuclei: 1000 } },
    observe: ({ report }) => known(report.timeline.agent!.articulationRate),
    expected: [],
  },
  turns: {
    change: { turns: { ...turns, pauseMinSeconds: 10 } },
    observe: ({ report }) => report.speakers.flatMap(({ pauses }) => pauses),
    expected: [],
  },
  floor: {
    change: { floor: { ...floor, almostSeconds: 10 } },
    isLive: true,
    observe: ({ events }) => events.some((event) => event.type === 'floor' && event.state === 'almost'),
    expected: false,
  },
  wave: {
    change: { wave: { ...wave, minSpeechSeconds: 1000 } },
    observe: ({ report }) => report.wave,
    expected: [],
  },
  cues: {
    change: { cues: { ...cues, shownSeconds: 2 } },
    observe: ({ report }) => Math.max(...report.cues.map(({ at, until }) => until - at)),
    expected: expect.closeTo(2, 6),
  },
  cueChoices: {
    change: { cueChoices: { ...cueChoices, isShown: false } },
    observe: ({ report }) => report.cues.some(({ shown }) => shown),
    expected: false,
  },
  signalTrust: {
    // The front end then treats every moment as muted, so that no cue can be about the agent's voice.
    change: { signalTrust: { ...signalTrust, mutedSeconds: 0 } },
    observe: ({ report }) => report.cues.filter(({ kind }) => kind === 'softer' || kind === 'slower'),
    expected: [],
  },
  timeline: {
    change: { timeline: { stepSeconds: 1 } },
    observe: ({ report }) => report.timeline.agent!.levelLufs.length,
    expected: SECONDS,
  },
  metrics: {
    change: { metrics: { perSecond: 2 } },
    isLive: true,
    observe: ({ events }) => events.filter(({ type }) => type === 'metrics').length,
    expected: 2 * SECONDS,
  },
};

describe("a call's own configuration acts in the worker", () => {
  let usual: Outcome;
  beforeAll(async () => {
    usual = { report: await reportOf(defaultCallConfig), events: await liveEventsOf(defaultCallConfig) };
  });

  it.each(Object.entries(rows))('%s', async (_, { change, isLive, observe, expected }) => {
    const config = { ...defaultCallConfig, ...change };
    const outcome = isLive
      ? { ...usual, events: await liveEventsOf(config) }
      : { ...usual, report: await reportOf(config) };
    expect(observe(usual)).not.toEqual(expected);
    expect(observe(outcome)).toEqual(expected);
    if (!isLive) expect(outcome.report.analysis.configHash).toBe(configHash(config));
    expect(internalErrors).toEqual([]);
  });

  it('in the front end of a second party on its own thread', async () => {
    const { change, observe, expected } = rows.signalTrust;
    const two = openPool(2);
    try {
      const report = await reportOf({ ...defaultCallConfig, ...change }, two);
      expect(observe({ ...usual, report })).toEqual(expected);
    } finally {
      await two.close();
    }
  });

  it('in the front end of a live call', async () => {
    const isMuted = (event: CallEvent) => event.type === 'metrics' && event.agent?.trouble === 'muted';
    const events = await liveEventsOf({ ...defaultCallConfig, ...rows.signalTrust.change });
    expect([usual.events.some(isMuted), events.some(isMuted)]).toEqual([false, true]);
  });

  it('in a voice baseline', async () => {
    const request = { normalPath: sample('agent-baseline/soft.flac'), softPath: null, device: null, agc: null };
    const config = { ...defaultCallConfig, ...rows.rate.change };
    expect((await pool.measureBaseline(request)).articulationRate).not.toBeNull();
    expect((await pool.measureBaseline({ ...request, config })).articulationRate).toBeNull();
  });
});
