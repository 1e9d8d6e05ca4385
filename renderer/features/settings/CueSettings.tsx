import { Switch } from '@mantine/core';
import type { SettingsView } from '../../../contract/settingsContract.ts';
import { cueKinds } from '../../../core/model/cue.ts';
import type { Settings } from '../../../core/model/settings.ts';
import { Panel } from '../../components/Panel.tsx';
import { useIntents } from '../../intents/intents.ts';
import { CueRow } from './CueRow.tsx';
import { settingsWords } from './settingsWords.ts';

const words = settingsWords.cues;

interface CueSettingsProps {
  readonly settings: Settings;
  readonly thresholds: SettingsView['cueThresholds'];
}

export function CueSettings({ settings, thresholds }: CueSettingsProps) {
  const { settings: intents } = useIntents();
  return (
    <Panel label={words.heading} heading className="settings-panel">
      <p className="settings-lead">{words.lead}</p>
      <Switch
        label={words.silent}
        description={words.silentHint}
        checked={settings.cueMode === 'silent'}
        onChange={(event) => void intents.update({ cueMode: event.currentTarget.checked ? 'silent' : 'coach' })}
      />
      <ul className="cue-rows">
        {cueKinds.map((kind) => (
          <CueRow key={kind} kind={kind} cue={settings.cues[kind]} threshold={thresholds[kind]} />
        ))}
      </ul>
    </Panel>
  );
}
