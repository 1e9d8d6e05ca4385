import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';

interface OneFieldProps {
  readonly label: string;
  readonly action: string;
  readonly onDone: (text: string) => unknown;
}

/** A button that asks for one value. */
export function OneField({ label, action, onDone }: OneFieldProps) {
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
          className="selection-field"
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
