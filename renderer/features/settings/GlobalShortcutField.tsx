import { ActionIcon, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { acceleratorOf } from '../../../core/model/accelerator.ts';
import { type GlobalShortcut, globalShortcuts, type Settings } from '../../../core/model/settings.ts';
import { useIntents } from '../../intents/intents.ts';
import { settingsWords } from './settingsWords.ts';

const words = settingsWords.desktop;

interface GlobalShortcutFieldProps {
  readonly shortcut: GlobalShortcut;
  readonly chosen: Settings['globalShortcuts'];
  readonly isRefused: boolean;
}

/** Records the keys that are pressed while it has the focus. */
export function GlobalShortcutField({ shortcut, chosen, isRefused }: GlobalShortcutFieldProps) {
  const { settings } = useIntents();
  const [double, setDouble] = useState<string>();
  const keys = chosen[shortcut];
  const name = words.names[shortcut];
  const choose = (accelerator: string | null) => {
    setDouble(undefined);
    void settings.update({ globalShortcuts: { [shortcut]: accelerator } });
  };
  return (
    <TextInput
      className="settings-global-key"
      label={name}
      placeholder={words.none}
      value={keys === null ? '' : shownKeys(keys)}
      readOnly
      error={double ? words.double({ keys: double }) : isRefused && words.refused}
      onKeyDown={(event) => {
        const accelerator = acceleratorOf(event);
        if (!accelerator) return;
        event.preventDefault();
        const other = globalShortcuts.some((each) => each !== shortcut && chosen[each] === accelerator);
        if (other) setDouble(shownKeys(accelerator));
        else choose(accelerator);
      }}
      rightSection={
        keys !== null && (
          <ActionIcon
            variant="subtle"
            color="var(--ss-ink-soft)"
            aria-label={words.clear({ name })}
            title={words.clear({ name })}
            onClick={() => choose(null)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )
      }
    />
  );
}

function shownKeys(accelerator: string): string {
  return accelerator.replace('CommandOrControl', 'Ctrl').replaceAll('+', ' + ');
}
