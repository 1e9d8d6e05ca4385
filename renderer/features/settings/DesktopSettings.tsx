import { Switch } from '@mantine/core';
import type { DesktopView } from '../../../contract/settingsContract.ts';
import { globalShortcuts, type Settings } from '../../../core/model/settings.ts';
import { Panel } from '../../components/Panel.tsx';
import { useIntents } from '../../intents/intents.ts';
import { GlobalShortcutField } from './GlobalShortcutField.tsx';
import { settingsWords } from './settingsWords.ts';

const words = settingsWords.desktop;

interface DesktopSettingsProps {
  readonly settings: Settings;
  readonly desktop: DesktopView;
}

/** Settings of the desktop app only: the small window above all others, and shortcuts that work in other programs. */
export function DesktopSettings({ settings, desktop }: DesktopSettingsProps) {
  const { settings: intents } = useIntents();
  return (
    <Panel label={words.heading} heading className="settings-panel">
      <Switch
        label={words.excluded}
        description={words.excludedHint}
        checked={settings.overlay.excludedFromCapture}
        onChange={(event) => void intents.update({ overlay: { excludedFromCapture: event.currentTarget.checked } })}
      />
      <p className="settings-note">{words.keys}</p>
      {globalShortcuts.map((shortcut) => (
        <GlobalShortcutField
          key={shortcut}
          shortcut={shortcut}
          chosen={settings.globalShortcuts}
          isRefused={desktop.refusedShortcuts.includes(shortcut)}
        />
      ))}
    </Panel>
  );
}
