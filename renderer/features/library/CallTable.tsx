import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { CallListItem, CallQuery } from '../../../contract/callContract.ts';
import { useIntents } from '../../intents/intents.ts';
import { useLibraryStore } from '../../state/libraryStore.ts';
import { hashOf } from '../../state/page.ts';
import { format } from '../../text/format.ts';
import { type CallColumn, columns } from './callColumns.ts';
import { libraryWords } from './libraryWords.ts';
import './callTable.css';

const words = libraryWords.table;

/** The calls that match the filters. More are fetched as the end scrolls into view. */
export function CallTable() {
  const { library } = useIntents();
  const calls = useLibraryStore((state) => state.calls);
  const selected = useLibraryStore((state) => state.selected);
  const query = useLibraryStore((state) => state.query);
  const areAllSelected = calls.length > 0 && calls.every(({ callId }) => selected.has(callId));
  return (
    <div className="call-table-frame">
      <table className="call-table">
        <thead>
          <tr>
            <th scope="col" className="call-table-choice">
              <Checkbox
                size="xs"
                aria-label={words.chooseAll}
                checked={areAllSelected}
                indeterminate={!areAllSelected && selected.size > 0}
                onChange={({ currentTarget }) =>
                  library.select(
                    calls.map(({ callId }) => callId),
                    currentTarget.checked,
                  )
                }
              />
            </th>
            {columns.map((column) => (
              <HeadCell key={column.sortBy} column={column} query={query} onSort={(change) => library.find(change)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <CallRow key={call.callId} call={call} isSelected={selected.has(call.callId)} />
          ))}
        </tbody>
      </table>
      <EndOfList count={calls.length} />
    </div>
  );
}

interface HeadCellProps {
  readonly column: CallColumn;
  readonly query: CallQuery;
  readonly onSort: (change: Partial<CallQuery>) => unknown;
}

function HeadCell({ column: { sortBy, name, isNumber, minWidth }, query, onSort }: HeadCellProps) {
  const isSorted = query.sortBy === sortBy;
  const Arrow = query.descending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      data-number={isNumber}
      data-min-width={minWidth}
      aria-sort={isSorted ? (query.descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        onClick={() =>
          void onSort({ sortBy, descending: isSorted ? !query.descending : isNumber || sortBy === 'startedAt' })
        }
      >
        {name}
        {isSorted && <Arrow size={14} aria-hidden />}
      </button>
    </th>
  );
}

interface CallRowProps {
  readonly call: CallListItem;
  readonly isSelected: boolean;
}

function CallRow({ call, isSelected }: CallRowProps) {
  const { library } = useIntents();
  const { callId, title } = call;
  return (
    <tr data-selected={isSelected}>
      <td className="call-table-choice">
        <Checkbox
          size="xs"
          aria-label={words.choose({ title })}
          checked={isSelected}
          onChange={({ currentTarget }) => library.select([callId], currentTarget.checked)}
        />
      </td>
      {columns.map(({ sortBy, isNumber, minWidth, show }) => (
        <td key={sortBy} data-number={isNumber} data-min-width={minWidth}>
          {sortBy === 'title' ? (
            <a href={hashOf({ name: 'call', callId })}>
              <span className="call-table-title">{title}</span>
              <span className="small-note">{factsOf(call).join(' · ')}</span>
            </a>
          ) : (
            show(call)
          )}
        </td>
      ))}
    </tr>
  );
}

function factsOf({ kind, state, followUpOn, tags }: CallListItem): string[] {
  const followUp =
    followUpOn === null ? [] : [words.followUp({ day: format.recentDay(new Date(`${followUpOn}T00:00`), new Date()) })];
  return [words.kinds[kind], ...(state === 'complete' ? [] : [words.states[state]]), ...followUp, ...tags];
}

interface EndOfListProps {
  /** The number of rows so far: more rows have another end. */
  readonly count: number;
}

function EndOfList({ count }: EndOfListProps) {
  const { library } = useIntents();
  const mark = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an end that is still visible after more rows were added is observed again
  useEffect(() => {
    if (!mark.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void library.more(), {
      rootMargin: '600px',
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [library, count]);
  return <div ref={mark} />;
}
