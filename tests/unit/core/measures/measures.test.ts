import { describe, expect, it } from 'vitest';
import { callsCsv } from '../../../../core/export/callTable.ts';
import { callMeasures, measureOf, whyMissing } from '../../../../core/measures/callMeasures.ts';
import type { Measure } from '../../../../core/measures/measure.ts';
import { measureIds, measures } from '../../../../core/measures/measures.ts';
import type { CallReport } from '../../../../core/model/callReport.ts';
import { SHARED_CHANNEL } from '../../../../core/model/sharedChannel.ts';
import { withSharedChannel } from '../../../../core/report/withSharedChannel.ts';
import { compareCalls } from '../../../../core/review/comparison.ts';
import { columns } from '../../../../renderer/features/library/callColumns.ts';
import { filterMeasures } from '../../../../renderer/features/library/filterMeasures.ts';
import { readCsv } from '../../../support/readCsv.ts';
import { reviewedCall } from '../../../support/reviewedCall.ts';
import {
  syntheticReport,
  syntheticReportOfOneChannel,
  syntheticReportOfOneSpeaker,
} from '../../../support/syntheticReport.ts';

const coRegulation = { valueDb: -1.2, ci95: [-2, -0.4] as [number, number], n: 4 };
const report = syntheticReport({ coRegulation });
const every: readonly (readonly [string, Measure])[] = measures.map((measure) => [measure.id, measure]);

/** Returns the value at a path into a report, with speakers by role; undefined if there is no such path. */
function at({ speakers, ...rest }: CallReport, path: string): unknown {
  const byRole = Object.fromEntries(speakers.map((speaker) => [speaker.role, speaker]));
  let value: unknown = { ...rest, speakers: byRole };
  for (const name of path.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  }
  return value;
}

describe.each(every)('%s', (id, measure) => {
  it('is a number in a complete report', () => {
    expect(measureOf(report, measure)).toSatisfy(Number.isFinite);
  });

  it('is withheld by paths that exist in reports, for their reason', () => {
    expect(measure.withheldBy.length).toBeGreaterThan(0);
    for (const path of measure.withheldBy) {
      expect(at(report, path), path).toBeDefined();
      const withheld = { ...report, unavailable: [{ field: path, reason: 'the microphone was off' }] };
      expect(measureOf(withheld, measure)).toBeNull();
      expect(whyMissing(withheld, measure)).toBe('the microphone was off');
    }
  });

  it('is known on a channel that two people share only if it describes the channel', () => {
    const shared = withSharedChannel(syntheticReportOfOneChannel());
    expect(measureOf(shared, measure) === null).toBe(measure.onSharedChannel !== 'known');
    if (measure.onSharedChannel !== 'known') expect(whyMissing(shared, measure)).toBe(SHARED_CHANNEL);
  });

  it('is listed on every surface that it belongs to', () => {
    expect(filterMeasures.map((each) => each.id)).toContain(id);
    expect(columns.some(({ sortBy }) => sortBy === id)).toBe(measure.column !== undefined);
    const isFollowed = measure.followed !== undefined;
    const call = { durationSeconds: report.source.durationSeconds, measures: callMeasures(report) };
    expect(compareCalls(call, call).some((compared) => compared.measure === id)).toBe(isFollowed);
    if (measure.csv === undefined) return;
    const [header, row] = readCsv(callsCsv([reviewedCall({ report })]));
    expect(row?.[header!.indexOf(measure.csv)]).toBe(String(measureOf(report, measure)));
  });
});

describe('the catalogue of measures', () => {
  it('has unique ids, CSV columns and filter labels', () => {
    const csv = measures.flatMap((measure) => ('csv' in measure ? measure.csv : []));
    for (const names of [measureIds, csv, filterMeasures.map(({ label }) => label)]) {
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('withholds measures of both parties from a call with one', () => {
    const values = callMeasures(syntheticReportOfOneSpeaker());
    const { overlaps, pausesKept, waves, deadAirSeconds, callerSpeechSeconds, agentPitchHz } = values;
    expect([overlaps, pausesKept, waves, deadAirSeconds, callerSpeechSeconds]).toEqual([null, null, null, null, null]);
    expect(agentPitchHz).toBe(212.5);
  });
});
