import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Settings, type Shortcut, shortcuts as shortcutNames } from '../../../core/model/settings.ts';
import { Panel } from '../../components/Panel.tsx';
import { useIntents } from '../../intents/intents.ts';
import { settingsWords } from './settingsWords.ts';

const words = settingsWords.keys;

/** Keys that work on every screen. */
const reserved = ['1', '2', '3', '4', '5', '?'];

export function KeySettings({ shortcuts }: { readonly shortcuts: Settings['shortcuts'] }) {
  const { settings } = useIntents();
  const [refused, setRefused] = useState<{ readonly shortcut: Shortcut; readonly key: string }>();

  function choose(shortcut: Shortcut, key: string): void {
    const others = Object.entries(shortcuts).filter(([name]) => name !== shortcut);
    const isTaken = reserved.includes(key) || others.some(([, other]) => other === key);
    setRefused(isTaken ? { shortcut, key } : undefined);
    if (!isTaken) void settings.update({ shortcuts: { [shortcut]: key } });
  }

  return (
    <Panel label={words.heading} heading className="settings-panel">
      <p className="settings-lead">{words.lead}</p>
      <div className="settings-keys">
        {shortcutNames.map((shortcut) => (
          <TextInput
            key={shortcut}
            className="settings-key"
            label={words.names[shortcut]}
            value={shortcuts[shortcut]}
            error={refused?.shortcut === shortcut && words.taken({ key: refused.key })}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => {
              const key = event.currentTarget.value.replaceAll(/\s/gu, '').slice(-1).toUpperCase();
              if (key !== '') choose(shortcut, key);
            }}
          />
        ))}
      </div>
    </Panel>
  );
}
