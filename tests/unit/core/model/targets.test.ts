import { describe, expect, it } from 'vitest';
import { defaultCallConfig } from '../../../../core/config/callConfig.ts';
import {
  absoluteFastRate,
  easyPace,
  easyPaceFactors,
  evenPitchSemitones,
  goodResponseSeconds,
  loudEffortDb,
  slowResponseSeconds,
  softEffortDb,
} from '../../../../core/model/targets.ts';
import { paceCredit, softCredit, waitCredit } from '../../../../core/practice/credit.ts';
import { practiceConfig } from '../../../../core/practice/practiceConfig.ts';
import { coRegulationChanges } from '../../../../core/report/coRegulation.ts';

describe('soft speech', () => {
  it('earns its share of a report up to the same effort as its credit in practice', () => {
    expect(defaultCallConfig.effort.bandDb).toBe(softEffortDb);
    expect(softCredit(softEffortDb.high)).toBe(1);
    expect(softCredit(softEffortDb.high + 0.1)).toBeLessThan(1);
  });

  it('ends below the threshold of the cue "softer", which disappears once speech is soft again', () => {
    expect(defaultCallConfig.cues.softer).toMatchObject({ on: loudEffortDb, off: softEffortDb.high });
    expect(defaultCallConfig.cues.louder.on).toBe(softEffortDb.low);
  });

  it.each([
    [softEffortDb.high, 1],
    [softEffortDb.high + 0.1, 0],
  ])('counts for the co-regulation: a turn of %d dB gives %d changes', (effortMeanDb, count) => {
    const turn = (role: 'agent' | 'customer', start: number) => ({
      role,
      start,
      end: start + 1,
      syllables: 4,
      articulationRate: 4,
      effortMeanDb: role === 'agent' ? effortMeanDb : null,
      f0MedianHz: null,
    });
    const levels = { stepSeconds: 0.5, values: [-30, -30, undefined, undefined, -33, -33] };
    expect(coRegulationChanges([turn('customer', 0), turn('agent', 1), turn('customer', 2)], levels)).toHaveLength(
      count,
    );
  });
});

describe('an easy pace', () => {
  it('earns its share of a report, its credit in practice and no cue up to the same rate', () => {
    expect(defaultCallConfig.rate.paceBand).toBe(easyPaceFactors);
    expect(defaultCallConfig.cues.slower.on).toBe(easyPaceFactors.high);
    expect(paceCredit(easyPaceFactors.high)).toBe(1);
    expect(paceCredit(easyPaceFactors.high + 0.01)).toBeLessThan(1);
  });

  it('follows the usual rate or, while that is not known, ends where speech is fast for anybody', () => {
    expect(easyPace(4)).toEqual({ low: 3, high: 4.4 });
    expect(easyPace(null).high).toBeCloseTo(absoluteFastRate, 12);
    expect(defaultCallConfig.rate.absoluteFast).toBe(absoluteFastRate);
  });
});

it('considers pitch uneven from the threshold of its cue', () => {
  expect(defaultCallConfig.cues.pitchRaised.on).toBe(evenPitchSemitones.high);
});

it('gives full credit from the shortest good response time until it is slow', () => {
  expect([goodResponseSeconds.low, slowResponseSeconds].map(waitCredit)).toEqual([1, 1]);
  expect(waitCredit(goodResponseSeconds.low - 0.01)).toBeLessThan(1);
  expect(waitCredit(slowResponseSeconds + 0.01)).toBeLessThan(1);
});

it('detects a talk-over of the trainee at the threshold of the cue in a call', () => {
  const { letThemFinish } = defaultCallConfig.cues;
  expect(practiceConfig.timing).toMatchObject({
    talkOverSeconds: letThemFinish.overlapSeconds,
    backchannelSeconds: letThemFinish.backchannelOverlapSeconds,
    backchannelEffortDb: letThemFinish.backchannelEffortDb,
  });
});
