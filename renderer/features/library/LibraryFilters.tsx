import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntents } from '../../intents/intents.ts';
import { isNarrowed, useLibraryStore } from '../../state/libraryStore.ts';
import { isoDay } from '../../text/isoDay.ts';
import { libraryWords } from './libraryWords.ts';
import { MeasureFilters } from './MeasureFilters.tsx';
import './libraryFilters.css';

const words = libraryWords.filters;

/** The filters of the list. */
export function LibraryFilters() {
  const { library } = useIntents();
  const query = useLibraryStore((state) => state.query);
  const agents = useLibraryStore((state) => state.agents);
  const tags = useLibraryStore((state) => state.tags);
  const [isOpen, setIsOpen] = useState(false);
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
      <Button variant="subtle" disabled={!isNarrowed(query)} onClick={() => void library.findAll()}>
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
          <MeasureFilters />
        </div>
      )}
    </search>
  );
}

/** Returns the local day of a moment, `days` later. */
function dayOf(moment: string | null, days = 0): string {
  if (moment === null) return '';
  const date = new Date(moment);
  date.setDate(date.getDate() + days);
  return isoDay(date);
}

/** Returns the start of a local day, `days` later. */
function startOf(day: string, days: number): string | null {
  if (day === '') return null;
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + days);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
