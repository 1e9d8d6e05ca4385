import type { Formatter } from '../messages/formatter.ts';
import type { Measure } from './measure.ts';
import { measureUnits } from './measureUnits.ts';

/** Writes a measure's value with its unit. @param countDigits decimals of a count, 1 for counts per ten minutes */
export function formatMeasure(
  { unit, isDifference }: Measure,
  value: number,
  format: Formatter,
  countDigits: 0 | 1 = 0,
): string {
  switch (unit) {
    case 'share':
      return format.share(value);
    case 'seconds':
      return value === 0 ? format.quantity(0, 0, 'seconds') : format.duration(value);
    case 'count':
      return format.number(value, countDigits);
    default: {
      const { digits, symbol } = measureUnits[unit];
      return isDifference ? format.difference(value, digits, symbol) : format.quantity(value, digits, symbol);
    }
  }
}
