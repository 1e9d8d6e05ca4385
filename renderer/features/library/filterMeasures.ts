import { measures } from '../../../core/measures/measures.ts';
import { unitFormat } from '../../../core/measures/measureUnits.ts';
import { measureWords } from '../../../core/measures/measureWords.ts';
import { libraryWords } from './libraryWords.ts';

const { withUnit } = libraryWords.filters;

/** What the list can be filtered by. Limits are entered in the unit that the label names, `scale` times the stored value. */
export const filterMeasures = [
  ...measures.map(({ id, unit }) => {
    const { symbol, scale } = unitFormat(unit);
    return { id, label: withUnit(measureWords[id].label, symbol), scale };
  }),
  { id: 'durationSeconds', label: withUnit(libraryWords.columns.durationSeconds, 's'), scale: 1 },
] as const;
export type FilterMeasure = (typeof filterMeasures)[number];
