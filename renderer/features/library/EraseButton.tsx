import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { libraryWords } from './libraryWords.ts';

const words = libraryWords.selected;

interface EraseButtonProps {
  readonly label: string;
  /** Names the data to be erased. */
  readonly question: string;
  readonly onErase: () => unknown;
}

/** Erases permanently, after a confirmation. */
export function EraseButton({ label, question, onErase }: EraseButtonProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal={false}>
      <Popover.Target>
        <Button variant="default" size="compact-sm" onClick={() => setOpened(!opened)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className="selection-question">
          <strong>{question}</strong> {words.eraseHint}
        </p>
        <div className="selection-field">
          <Button variant="default" onClick={() => setOpened(false)} data-autofocus>
            {words.cancel}
          </Button>
          <Button
            color="red.9"
            onClick={() => {
              setOpened(false);
              void onErase();
            }}
          >
            {words.eraseNow}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
