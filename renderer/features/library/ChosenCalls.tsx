import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIntents } from '../../api/intents.ts';
import { useLibraryStore } from '../../state/libraryStore.ts';
import { libraryWords } from './libraryWords.ts';
import { TakeAway } from './TakeAway.tsx';

const words = libraryWords.chosen;

/** What can be done to the chosen calls at once. */
export function ChosenCalls() {
  const { library } = useIntents();
  const count = useLibraryStore((state) => state.chosen.size);
  if (count === 0) return null;
  return (
    <div className="chosen" role="toolbar" aria-label={words.count(count)}>
      <strong>{words.count(count)}</strong>
      <OneField label={words.agent} action={words.setAgent} onDone={(agent) => library.change({ agent })} />
      <OneField label={words.tag} action={words.addTag} onDone={(tag) => library.addTag(tag)} />
      <TakeAway />
      <EraseButton count={count} onErase={library.erase} />
    </div>
  );
}

interface OneFieldProps {
  readonly label: string;
  readonly action: string;
  readonly onDone: (text: string) => unknown;
}

/** A button that asks for one thing. */
function OneField({ label, action, onDone }: OneFieldProps) {
  const [text, setText] = useState('');
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal={false}>
      <Popover.Target>
        <Button variant="default" size="compact-sm" onClick={() => setOpened(!opened)}>
          {action}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className="chosen-field"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() === '') return;
            setOpened(false);
            setText('');
            void onDone(text.trim());
          }}
        >
          <TextInput
            label={label}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            data-autofocus
          />
          <Button type="submit">{action}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

interface EraseButtonProps {
  readonly count: number;
  readonly onErase: () => unknown;
}

function EraseButton({ count, onErase }: EraseButtonProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal={false}>
      <Popover.Target>
        <Button variant="default" size="compact-sm" onClick={() => setOpened(!opened)}>
          {words.erase}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p className="chosen-question">
          <strong>{words.confirmErase(count)}</strong> {words.eraseHint}
        </p>
        <div className="chosen-field">
          <Button variant="default" onClick={() => setOpened(false)} data-autofocus>
            {words.keep}
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
