import { describe, expect, it } from 'vitest';
import { callMeasures } from '../../../../core/measures/callMeasures.ts';
import { type CallReport, callReportSchema } from '../../../../core/model/callReport.ts';
import type { Role } from '../../../../core/model/role.ts';
import { isChannelShared, SHARED_CHANNEL } from '../../../../core/model/sharedChannel.ts';
import { withSharedChannel } from '../../../../core/report/withSharedChannel.ts';
import { runPipeline, whole } from '../../../support/pipelineRun.ts';
import { amplitudeOfDb, concat, mix, silence, syllableTrain, whiteNoise } from '../../../support/signals.ts';
import { syntheticReport, syntheticReportOfOneChannel } from '../../../support/syntheticReport.ts';

/** 25 s of two alternating voices on one channel, with a silence of five seconds. */
function twoVoices(): Float32Array {
  const talk = (seconds: number, f0Hz: number) => syllableTrain({ count: seconds * 4, perSecond: 4, f0Hz });
  const pause = silence(1);
  const speech = concat(pause, talk(9, 200), pause, talk(5, 120), silence(5), talk(6, 200), pause, talk(5, 120), pause);
  return mix(speech, whiteNoise(speech.length / 16_000, amplitudeOfDb(-70), 1));
}

const voices = twoVoices();
const measuredAs = (role: Role) => runPipeline([role], whole({ [role]: voices }), { channels: 1 }).report;

/** Returns every value of a report except `unavailable` by its path, with speakers by role. */
function valuesOf({ unavailable: _, speakers, ...rest }: CallReport): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const visit = (path: string, value: unknown) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isObject) for (const [name, inner] of Object.entries(value)) visit(path ? `${path}.${name}` : name, inner);
    else values.set(path, value);
  };
  visit('', { ...rest, speakers: Object.fromEntries(speakers.map((speaker) => [speaker.role, speaker])) });
  return values;
}

describe.each<Role>(['agent', 'customer'])('a channel that is shared, measured as the %s’s', (role) => {
  const measured = measuredAs(role);
  const shared = withSharedChannel(measured);

  it('is a valid report that names its shared channel', () => {
    expect(callReportSchema.parse(shared)).toEqual(shared);
    expect([isChannelShared(measured), isChannelShared(shared)]).toEqual([false, true]);
  });

  it('has none of the values that describe one person', () => {
    const one = measured.speakers[0]!;
    expect([one.articulationRate, one.level.activeLufs, one.pitch.medianHz]).not.toContain(null);
    expect(measured.turns.length).toBeGreaterThan(1);
    expect(shared.speakers[0]).toMatchObject({
      articulationRate: null,
      speechRate: null,
      pauses: [],
      level: { activeLufs: null, p10Lufs: null, p50Lufs: null, p90Lufs: null },
      effort: null,
      steadiness: { levelSdDb: null, pitchSdSemitones: null },
      rushedSpans: [],
      pausesKept: 0,
      pitch: { medianHz: null, sdSemitones: null },
    });
    const { turns, gaps, overlaps, wave, waves, cues } = shared;
    expect([turns, gaps, overlaps, wave, waves, cues].flat()).toEqual([]);
    expect(Object.values(shared.summary).every((value) => value === null)).toBe(true);
    const { levelLufs: _, ...curves } = shared.timeline[role]!;
    expect(Object.values(curves).flat().length).toBeGreaterThan(100);
    expect(new Set(Object.values(curves).flat())).toEqual(new Set([null]));
    expect(shared.analysis).toMatchObject({ baseline: 'none', usual: null });
  });

  it('lists exactly the withheld fields, with the reason', () => {
    const before = valuesOf(measured);
    const named = shared.unavailable.filter(({ reason }) => reason === SHARED_CHANNEL).map(({ field }) => field);
    const isNamed = (path: string) => named.some((field) => path === field || path.startsWith(`${field}.`));
    const changed = [...valuesOf(shared)].flatMap(([path, value]) =>
      JSON.stringify(value) === JSON.stringify(before.get(path)) ? [] : path,
    );
    // The usual values are withheld with the baseline, and dead air becomes known.
    const others = ['analysis.usual', 'deadAir'];
    expect(changed.filter((path) => !isNamed(path) && !others.includes(path))).toEqual([]);
    for (const [path, value] of valuesOf(shared)) {
      if (!isNamed(path) || path === 'analysis.baseline') continue;
      const values = Array.isArray(value) ? value : [value];
      expect([path, values.filter((one) => one !== null && one !== 0)]).toEqual([path, []]);
    }
    expect(new Set(named).size).toBe(named.length);
    expect(shared.unavailable.filter(({ field }) => /^speakers\.[a-z]+$/.test(field))).toEqual([
      { field: `speakers.${role === 'agent' ? 'customer' : 'agent'}`, reason: expect.stringContaining(SHARED_CHANNEL) },
    ]);
  });

  it('keeps values that describe the channel', () => {
    const [before] = measured.speakers;
    const [after] = shared.speakers;
    expect(after).toMatchObject({
      speech: before!.speech,
      syllables: before!.syllables,
      signal: before!.signal,
      level: { integratedLufs: before!.level.integratedLufs },
    });
    expect(after!.speech.seconds).toBeGreaterThan(20);
    expect(shared.source).toEqual(measured.source);
    expect(shared.timeline[role]!.levelLufs).toEqual(measured.timeline[role]!.levelLufs);
  });

  it('has the dead air, because both parties are on the channel', () => {
    expect(measured.unavailable.map(({ field }) => field)).toContain('deadAir');
    expect(shared.unavailable.map(({ field }) => field)).not.toContain('deadAir');
    expect(shared.deadAir).toHaveLength(1);
    const [[start, end]] = shared.deadAir as [[number, number]];
    expect(Math.abs(start - 16)).toBeLessThan(0.3);
    expect(Math.abs(end - 21)).toBeLessThan(0.3);
  });

  it('does not change if it is applied twice', () => {
    expect(withSharedChannel(shared)).toEqual(shared);
  });

  it('gives the library dead air, missing audio and no other measure', () => {
    const { deadAirSeconds, captureGapSeconds, ...others } = callMeasures(shared);
    expect(Math.abs(deadAirSeconds! - 5)).toBeLessThan(0.3);
    expect(captureGapSeconds).toBe(0);
    expect(new Set(Object.values(others))).toEqual(new Set([null]));
  });
});

describe('the mark of a shared channel', () => {
  it('does not affect a call with a channel for each party', () => {
    const report = syntheticReport();
    expect(withSharedChannel(report)).toBe(report);
  });

  it('leaves marks and missing audio as they are', () => {
    const marks = [{ kind: 'flag' as const, at: 3, stage: null, note: '' }];
    const gapsInCapture = [{ role: 'agent' as const, start: 4, seconds: 2, reason: 'the device was gone' }];
    const shared = withSharedChannel({ ...syntheticReportOfOneChannel(), marks, gapsInCapture });
    expect(shared).toMatchObject({ marks, gapsInCapture });
  });

  it('keeps other reasons for missing fields', () => {
    const reason = 'the recording breaks off at 3 s';
    const report = syntheticReportOfOneChannel();
    const unavailable = [...report.unavailable, { field: 'source', reason }];
    expect(withSharedChannel({ ...report, unavailable }).unavailable).toContainEqual({ field: 'source', reason });
  });
});
