import { type FollowedMeasureId, followedMeasures } from '../../core/measures/followedMeasures.ts';
import type { Measure } from '../../core/measures/measure.ts';
import { unitFormat } from '../../core/measures/measureUnits.ts';
import { measureWords } from '../../core/measures/measureWords.ts';
import { formatSeconds, formatShare, formatSigned, missing } from '../text/formatReading.ts';

/** A value without its unit, for a column whose heading names the unit; shares have their percent sign. */
export function formatMeasureNumber({ unit }: Measure, value: number | null): string {
  if (value === null) return missing;
  return unit === 'share' ? formatShare(value) : withMinus(value, (size) => size.toFixed(unitFormat(unit).digits));
}

/** How a measure that is followed from call to call is named and written. */
export function followedMeasure(id: FollowedMeasureId) {
  const { unit, followed, isDifference }: Measure = followedMeasures.find((measure) => measure.id === id)!;
  const { label, detail } = measureWords[id];
  const isPerTenMinutes = followed === 'per-ten-minutes';
  const { symbol, digits } = unitFormat(unit);
  const format = (value: number) => {
    if (unit === 'share') return formatShare(value);
    if (isDifference) return formatSigned(value, digits, symbol);
    // A count per ten minutes is no longer a whole number.
    const write = (size: number) => `${size.toFixed(isPerTenMinutes ? 1 : digits)} ${symbol}`.trimEnd();
    return withMinus(value, unit === 'seconds' ? formatSeconds : write);
  };
  return {
    label,
    detail: isPerTenMinutes ? 'per 10 minutes' : detail,
    format: (value: number | null) => (value === null ? missing : format(value)),
  };
}

function withMinus(value: number, format: (size: number) => string): string {
  return `${value < 0 ? '−' : ''}${format(Math.abs(value))}`;
}
