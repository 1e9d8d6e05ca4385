import { type FollowedMeasureId, followedMeasures } from '../../core/measures/followedMeasures.ts';
import { formatMeasure } from '../../core/measures/formatMeasure.ts';
import type { Measure } from '../../core/measures/measure.ts';
import { unitFormat } from '../../core/measures/measureUnits.ts';
import { missing } from '../../core/messages/formatter.ts';
import { format } from '../text/format.ts';
import { measureNames, perTenMinutes } from './measureNames.ts';

/** Formats a value without its unit, for a column whose heading names the unit; shares have their percent sign. */
export function formatMeasureNumber({ unit }: Measure, value: number | null): string {
  if (value === null) return missing;
  return unit === 'share' ? format.share(value) : format.number(value, unitFormat(unit).digits);
}

/** Returns the name and the format of a measure that is followed from call to call. */
export function followedMeasure(id: FollowedMeasureId) {
  const measure: Measure = followedMeasures.find((each) => each.id === id)!;
  const isPerTenMinutes = measure.followed === 'per-ten-minutes';
  const { label, detail } = measureNames[id];
  return {
    label,
    detail: isPerTenMinutes ? perTenMinutes : detail,
    format: (value: number | null) =>
      value === null ? missing : formatMeasure(measure, value, format, isPerTenMinutes ? 1 : 0),
  };
}
