import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntents } from '../../api/intents.ts';
import { isoDay } from '../../components/formatReading.ts';
import { useLibraryStore, wholeLibrary } from '../../state/libraryStore.ts';
import { type FilterMeasure, libraryWords, measureScale } from './libraryWords.ts';
import './libraryFilters.css';

const words = libraryWords.filters;
const measureNames = Object.keys(libraryWords.measures) as FilterMeasure[];

/** What the list is narrowed down by. */
export function LibraryFilters() {
  const { library } = useIntents();
  const query = useLibraryStore((state) => state.query);
  const agents = useLibraryStore((state) => state.agents);
  const tags = useLibraryStore((state) => state.tags);
  const [isOpen, setIsOpen] = useState(false);
  const isNarrowed = Object.entries(wholeLibrary).some(
    ([name, value]) =>
      !unfiltered.has(name) && JSON.stringify(query[name as keyof typeof query]) !== JSON.stringify(value),
  );
  return (
    <search className="filters">
      <TextInput
        className="filters-search"
        label={words.search}
        placeholder={words.searchHint}
        value={query.search}
        onChange={({ currentTarget }) => void library.find({ search: currentTarget.value })}
      />
      <Button
        variant="default"
        aria-expanded={isOpen}
        aria-controls="library-filters"
        leftSection={<IconFilter size={16} aria-hidden />}
        onClick={() => setIsOpen(!isOpen)}
      >
        {words.open}
      </Button>
      <Button variant="subtle" disabled={!isNarrowed} onClick={() => void library.findAll()}>
        {words.clear}
      </Button>
      {isOpen && (
        <div id="library-filters" className="filters-more">
          <NativeSelect
            label={words.agent}
            value={query.agents[0] ?? ''}
            data={[{ value: '', label: words.anyAgent }, ...agents]}
            onChange={({ currentTarget: { value } }) => void library.find({ agents: value === '' ? [] : [value] })}
          />
          <NativeSelect
            label={words.tag}
            value={query.tags[0] ?? ''}
            data={[{ value: '', label: words.anyTag }, ...tags]}
            onChange={({ currentTarget: { value } }) => void library.find({ tags: value === '' ? [] : [value] })}
          />
          <TextInput
            type="date"
            label={words.from}
            value={dayOf(query.from)}
            onChange={({ currentTarget: { value } }) => void library.find({ from: startOf(value, 0) })}
          />
          <TextInput
            type="date"
            label={words.to}
            value={dayOf(query.to, -1)}
            onChange={({ currentTarget: { value } }) => void library.find({ to: startOf(value, 1) })}
          />
          <MeasureFilter />
        </div>
      )}
    </search>
  );
}

/** Parts of a query that narrow nothing down. */
const unfiltered = new Set(['sortBy', 'descending', 'limit', 'offset']);

function MeasureFilter() {
  const { library } = useIntents();
  const ranges = useLibraryStore((state) => state.query.ranges);
  const [set] = Object.keys(ranges) as FilterMeasure[];
  const [picked, setPicked] = useState<FilterMeasure | ''>('');
  const measure = set ?? picked;
  const scale = measure === '' ? 1 : (measureScale[measure] ?? 1);
  const range = measure === '' ? undefined : ranges[measure];
  const limit = (end: 'min' | 'max') => (
    <NumberInput
      className="filters-limit"
      label={end === 'min' ? words.atLeast : words.atMost}
      hideControls
      disabled={measure === ''}
      value={range?.[end] == null ? '' : range[end] * scale}
      onChange={(value) => {
        if (measure === '') return;
        const limits = {
          min: range?.min ?? null,
          max: range?.max ?? null,
          [end]: value === '' ? null : Number(value) / scale,
        };
        const isOpen = limits.min === null && limits.max === null;
        if (isOpen) setPicked(measure);
        void library.find({ ranges: isOpen ? {} : { [measure]: limits } });
      }}
    />
  );
  return (
    <div className="filters-measure">
      <NativeSelect
        label={words.measure}
        value={measure}
        data={[
          { value: '', label: words.anyMeasure },
          ...measureNames.map((value) => ({ value, label: libraryWords.measures[value] })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          setPicked(value as FilterMeasure | '');
          if (set) void library.find({ ranges: {} });
        }}
      />
      {limit('min')}
      {limit('max')}
    </div>
  );
}

/** The local day a moment lies in, `days` later. */
function dayOf(moment: string | null, days = 0): string {
  if (moment === null) return '';
  const date = new Date(moment);
  date.setDate(date.getDate() + days);
  return isoDay(date);
}

/** The moment a local day begins, `days` later. */
function startOf(day: string, days: number): string | null {
  if (day === '') return null;
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + days);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
