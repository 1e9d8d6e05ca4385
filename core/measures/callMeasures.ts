import { z } from 'zod';
import type { CallReport } from '../model/callReport.ts';
import { isChannelShared, SHARED_CHANNEL } from '../model/sharedChannel.ts';
import type { Measure } from './measure.ts';
import { type MeasureId, measureIds, measureWith } from './measures.ts';

export const measureIdSchema = z.enum(measureIds);

/** Every measure of a call; null if it is missing. */
export const callMeasuresSchema = z.record(measureIdSchema, z.number().nullable());
export type CallMeasures = z.infer<typeof callMeasuresSchema>;

/** Returns every measure with the value that `value` returns for its id. */
export function eachMeasure(value: (id: MeasureId) => number | null): CallMeasures {
  return callMeasuresSchema.parse(Object.fromEntries(measureIds.map((id) => [id, value(id)])));
}

/** Reads every measure from a report. */
export function callMeasures(report: CallReport): CallMeasures {
  return eachMeasure((id) => measureOf(report, measureWith(id)));
}

/** Reads a measure from a report; null if it is missing, for which `whyMissing` may give the reason. */
export function measureOf(report: CallReport, measure: Measure): number | null {
  const isWithheld = measure.withheldBy.some((path) => report.unavailable.some(({ field }) => contains(field, path)));
  return isWithheld || isOfBothVoices(report, measure) ? null : measure.read(report);
}

/** Returns the report's reason why a measure is missing; undefined if it gives none. */
export function whyMissing(report: CallReport, measure: Measure): string | undefined {
  if (isOfBothVoices(report, measure)) return SHARED_CHANNEL;
  for (const path of measure.withheldBy) {
    const entry = report.unavailable.find(({ field }) => contains(field, path) || contains(path, field));
    if (entry) return entry.reason;
  }
  return undefined;
}

/** True if the measure describes one person but the report mixes two. */
function isOfBothVoices(report: CallReport, { onSharedChannel }: Measure): boolean {
  return onSharedChannel !== 'known' && isChannelShared(report);
}

/** True if the paths are equal or `path` is inside `outer`. */
function contains(outer: string, path: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}
