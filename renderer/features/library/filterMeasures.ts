import { measures } from '../../../core/measures/measures.ts';
import { unitFormat } from '../../../core/measures/measureUnits.ts';
import { measureNames } from '../../components/measureNames.ts';
import { libraryWords } from './libraryWords.ts';

const { withUnit } = libraryWords.filters;

/**
 * The measures that the list can be filtered by. Limits are entered in the unit that the label names, `scale` times the
 * stored value.
 */
export const filterMeasures = [
  ...measures.map(({ id, unit }) => {
    const { symbol, scale } = unitFormat(unit);
    const { label } = measureNames[id];
    return { id, label: symbol === '' ? label : withUnit({ label, unit: symbol }), scale };
  }),
  { id: 'durationSeconds', label: withUnit({ label: libraryWords.columns.durationSeconds, unit: 's' }), scale: 1 },
] as const;
export type FilterMeasure = (typeof filterMeasures)[number];
