import { Button, Popover } from '@mantine/core';
import { useRef, useState } from 'react';
import { mostPackedCalls } from '../../../contract/exportContract.ts';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { useIntents } from '../../intents/intents.ts';
import { useExportStore } from '../../state/exportStore.ts';
import { useLibraryStore } from '../../state/libraryStore.ts';
import { format } from '../../text/format.ts';
import { libraryWords } from './libraryWords.ts';
import { PackDialog } from './PackDialog.tsx';

const words = libraryWords.exporting;
const formats = ['csv', 'moments', 'json'] as const;
/** The number of titles that are listed; the others are counted. */
const mostTitles = 6;

function listed(titles: readonly string[]): string {
  const named = titles.slice(0, mostTitles).map((title) => words.title({ title }));
  const more = titles.length - named.length;
  return format.list(more > 0 ? [...named, words.more({ count: more })] : named);
}

/** Makes one file of the selected calls, or opens the dialog for a pack, after showing the contents. */
export function ExportSelected() {
  const { exports } = useIntents();
  const [opened, setOpened] = useState(false);
  const [isPacking, setIsPacking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const selected = useLibraryStore((state) => state.selected);
  const calls = useLibraryStore((state) => state.calls);
  const { isWorking, made, error } = useExportStore();
  const titles = calls.filter(({ callId }) => selected.has(callId)).map(({ title }) => title);
  const isTooMany = selected.size > mostPackedCalls;
  return (
    <>
      <Popover opened={opened} onChange={setOpened} trapFocus withinPortal={false}>
        <Popover.Target>
          <Button
            ref={opener}
            variant="default"
            size="compact-sm"
            onClick={() => {
              exports.forget();
              setOpened(!opened);
            }}
          >
            {words.open}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className="selection-away" aria-label={words.label}>
          <p className="selection-question">{words.what({ titles: listed(titles) })}</p>
          <ul>
            {formats.map((file) => (
              <li key={file}>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={isWorking}
                  onClick={() => void exports.save({ format: file, callIds: [...selected] })}
                >
                  {words.formats[file].name}
                </Button>
                <span>{words.formats[file].holds}</span>
              </li>
            ))}
            <li>
              <Button
                variant="default"
                size="compact-sm"
                disabled={isWorking || isTooMany}
                onClick={() => {
                  setOpened(false);
                  setIsPacking(true);
                }}
              >
                {words.pack.name}
              </Button>
              <span>{isTooMany ? words.pack.tooMany({ most: mostPackedCalls }) : words.pack.holds}</span>
            </li>
          </ul>
          {error && <ErrorNote message={error.message} />}
          <p role="status">{made && words.done({ name: made.fileName })}</p>
        </Popover.Dropdown>
      </Popover>
      {isPacking && (
        <PackDialog
          callIds={[...selected]}
          onClose={() => {
            setIsPacking(false);
            opener.current?.focus();
          }}
        />
      )}
    </>
  );
}
