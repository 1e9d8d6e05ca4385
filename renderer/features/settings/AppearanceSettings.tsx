import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { Panel } from '../../components/Panel.tsx';
import { settingsWords } from './settingsWords.ts';

const words = settingsWords.appearance;

export function AppearanceSettings() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Panel label={words.heading} heading className="settings-panel">
      <SegmentedControl
        className="settings-aside"
        aria-label={words.label}
        value={colorScheme}
        onChange={setColorScheme}
        data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: words.schemes[value] }))}
      />
    </Panel>
  );
}
