import { Button, Popover } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntents } from '../../intents/intents.ts';
import { useLibraryStore } from '../../state/libraryStore.ts';
import { libraryWords } from './libraryWords.ts';

const words = libraryWords.selected;

/** Removes a tag from the selected calls; nothing if none of them has one. */
export function RemoveTag() {
  const { library } = useIntents();
  const [opened, setOpened] = useState(false);
  const selected = useLibraryStore((state) => state.selected);
  const calls = useLibraryStore((state) => state.calls);
  const tags = [...new Set(calls.filter(({ callId }) => selected.has(callId)).flatMap((call) => call.tags))];
  if (tags.length === 0) return null;
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal={false}>
      <Popover.Target>
        <Button variant="default" size="compact-sm" onClick={() => setOpened(!opened)}>
          {words.removeTag}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="selection-tags">
          {tags.map((tag) => (
            <Button
              key={tag}
              variant="default"
              size="compact-sm"
              aria-label={words.removeThisTag({ tag })}
              rightSection={<IconX size={14} aria-hidden />}
              onClick={() => {
                setOpened(false);
                void library.change({ removeTags: [tag] });
              }}
            >
              {tag}
            </Button>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
