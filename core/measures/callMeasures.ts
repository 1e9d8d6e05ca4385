import { z } from 'zod';
import type { CallReport } from '../model/callReport.ts';
import { isChannelShared, SHARED_CHANNEL } from '../model/sharedChannel.ts';
import type { Measure } from './measure.ts';
import { type MeasureId, measureIds, measures } from './measures.ts';

export const measureIdSchema = z.enum(measureIds);

/** Every measure of a call; null if it is missing. */
export const callMeasuresSchema = z.record(measureIdSchema, z.number().nullable());
export type CallMeasures = z.infer<typeof callMeasuresSchema>;

/** Every measure, with the value that `value` gives for its id. */
export function eachMeasure(value: (id: MeasureId) => number | null): CallMeasures {
  return callMeasuresSchema.parse(Object.fromEntries(measureIds.map((id) => [id, value(id)])));
}

/** Every measure of a report. */
export function callMeasures(report: CallReport): CallMeasures {
  return callMeasuresSchema.parse(
    Object.fromEntries(measures.map((measure) => [measure.id, measureOf(report, measure)])),
  );
}

/** Null if the measure is missing; `whyMissing` may know the reason. */
export function measureOf(report: CallReport, measure: Measure): number | null {
  const isWithheld = measure.withheldBy.some((path) => report.unavailable.some(({ field }) => contains(field, path)));
  return isWithheld || isOfBothVoices(report, measure) ? null : measure.read(report);
}

/** The report's reason why a measure is missing; undefined if it gives none. */
export function whyMissing(report: CallReport, measure: Measure): string | undefined {
  if (isOfBothVoices(report, measure)) return SHARED_CHANNEL;
  for (const path of measure.withheldBy) {
    const entry = report.unavailable.find(({ field }) => contains(field, path) || contains(path, field));
    if (entry) return entry.reason;
  }
  return undefined;
}

/** The measure describes one person, and the report mixes two. */
function isOfBothVoices(report: CallReport, { onSharedChannel }: Measure): boolean {
  return onSharedChannel !== 'known' && isChannelShared(report);
}

/** Also true of a path and itself. */
function contains(outer: string, path: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}
