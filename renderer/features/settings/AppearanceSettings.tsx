import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core';
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
        onChange={(value) => setColorScheme(value as MantineColorScheme)}
        data={Object.entries(words.schemes).map(([value, label]) => ({ value, label }))}
      />
    </Panel>
  );
}
