import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useIntents } from '../../intents/intents.ts';
import { useLibraryStore } from '../../state/libraryStore.ts';
import { type FilterMeasure, filterMeasures } from './filterMeasures.ts';
import { libraryWords } from './libraryWords.ts';

const words = libraryWords.filters;

/** A range for each measure that is filtered by, and room for one more. */
export function MeasureFilters() {
  const ranges = useLibraryStore((state) => state.query.ranges);
  const [picked, setPicked] = useState<FilterMeasure>();
  const set = filterMeasures.filter(({ id }) => ranges[id] !== undefined);
  const isPickedSet = picked !== undefined && ranges[picked.id] !== undefined;
  const rows = isPickedSet || picked === undefined ? [...set, undefined] : [...set, picked];
  return rows.map((measure) => (
    <MeasureFilter
      // A measure keeps its row, and the keyboard focus, when its range is set.
      key={measure?.id ?? 'none'}
      measure={measure}
      others={set.filter((other) => other !== measure)}
      onPick={setPicked}
    />
  ));
}

interface MeasureFilterProps {
  /** Undefined until one is selected. */
  readonly measure: FilterMeasure | undefined;
  /** The measures that have a range already. */
  readonly others: readonly FilterMeasure[];
  readonly onPick: (measure: FilterMeasure | undefined) => void;
}

function MeasureFilter({ measure, others, onPick }: MeasureFilterProps) {
  const { library } = useIntents();
  const ranges = useLibraryStore((state) => state.query.ranges);
  const range = measure && ranges[measure.id];
  const scale = measure?.scale ?? 1;

  const pick = (next: FilterMeasure | undefined) => {
    onPick(next);
    if (measure && range) void library.find({ ranges: without(ranges, measure.id) });
  };
  const setLimit = (end: 'min' | 'max', value: number | null) => {
    if (!measure) return;
    const limits = { min: range?.min ?? null, max: range?.max ?? null, [end]: value };
    const isOpen = limits.min === null && limits.max === null;
    if (isOpen) onPick(measure);
    void library.find({ ranges: isOpen ? without(ranges, measure.id) : { ...ranges, [measure.id]: limits } });
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
    <fieldset className="filters-measure" aria-label={measure?.label ?? words.oneMore}>
      <NativeSelect
        label={words.measure}
        value={measure?.id ?? ''}
        data={[
          { value: '', label: words.anyMeasure },
          ...filterMeasures.filter((each) => !others.includes(each)).map(({ id, label }) => ({ value: id, label })),
        ]}
        onChange={({ currentTarget: { value } }) => pick(filterMeasures.find(({ id }) => id === value))}
      />
      {limit('min')}
      {limit('max')}
    </fieldset>
  );
}

type Ranges = ReturnType<typeof useLibraryStore.getState>['query']['ranges'];

function without(ranges: Ranges, measure: FilterMeasure['id']): Ranges {
  return Object.fromEntries(Object.entries(ranges).filter(([name]) => name !== measure));
}
