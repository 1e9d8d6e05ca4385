import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useIntents } from '../../intents/intents.ts';
import { useLibraryStore } from '../../state/libraryStore.ts';
import { type FilterMeasure, libraryWords, measureScale } from './libraryWords.ts';

const words = libraryWords.filters;
const measureNames = Object.keys(libraryWords.measures) as FilterMeasure[];

/** A range for each measure that is filtered by, and room for one more. */
export function MeasureFilters() {
  const ranges = useLibraryStore((state) => state.query.ranges);
  const [picked, setPicked] = useState<FilterMeasure>();
  const set = measureNames.filter((measure) => ranges[measure] !== undefined);
  const isPickedSet = picked !== undefined && ranges[picked] !== undefined;
  const rows = isPickedSet || picked === undefined ? [...set, undefined] : [...set, picked];
  return rows.map((measure) => (
    <MeasureFilter
      // A measure that is picked keeps its row when its range is set, and with it the keyboard.
      key={measure ?? 'none'}
      measure={measure}
      others={set.filter((other) => other !== measure)}
      onPick={setPicked}
    />
  ));
}

interface MeasureFilterProps {
  /** Undefined until one is picked. */
  readonly measure: FilterMeasure | undefined;
  /** Those that have a range already. */
  readonly others: readonly FilterMeasure[];
  readonly onPick: (measure: FilterMeasure | undefined) => void;
}

function MeasureFilter({ measure, others, onPick }: MeasureFilterProps) {
  const { library } = useIntents();
  const ranges = useLibraryStore((state) => state.query.ranges);
  const range = measure && ranges[measure];
  const scale = (measure && measureScale[measure]) ?? 1;

  const pick = (next: FilterMeasure | undefined) => {
    onPick(next);
    if (measure && range) void library.find({ ranges: without(ranges, measure) });
  };
  const setLimit = (end: 'min' | 'max', value: number | null) => {
    if (!measure) return;
    const limits = { min: range?.min ?? null, max: range?.max ?? null, [end]: value };
    const isOpen = limits.min === null && limits.max === null;
    if (isOpen) onPick(measure);
    void library.find({ ranges: isOpen ? without(ranges, measure) : { ...ranges, [measure]: limits } });
  };
  const limit = (end: 'min' | 'max') => (
    <NumberInput
      className="filters-limit"
      label={end === 'min' ? words.atLeast : words.atMost}
      hideControls
      disabled={measure === undefined}
      value={range?.[end] == null ? '' : Number((range[end] * scale).toFixed(6))}
      onChange={(value) => setLimit(end, value === '' ? null : Number(value) / scale)}
    />
  );
  return (
    <fieldset className="filters-measure" aria-label={measure ? libraryWords.measures[measure] : words.oneMore}>
      <NativeSelect
        label={words.measure}
        value={measure ?? ''}
        data={[
          { value: '', label: words.anyMeasure },
          ...measureNames
            .filter((value) => !others.includes(value))
            .map((value) => ({ value, label: libraryWords.measures[value] })),
        ]}
        onChange={({ currentTarget: { value } }) => pick(measureNames.find((name) => name === value))}
      />
      {limit('min')}
      {limit('max')}
    </fieldset>
  );
}

type Ranges = ReturnType<typeof useLibraryStore.getState>['query']['ranges'];

function without(ranges: Ranges, measure: FilterMeasure): Ranges {
  return Object.fromEntries(Object.entries(ranges).filter(([name]) => name !== measure));
}
