import { NumberInput, Switch } from '@mantine/core';
import type { Settings } from '../../../core/model/settings.ts';
import { Panel } from '../../components/Panel.tsx';
import { useIntents } from '../../intents/intents.ts';
import { settingsWords } from './settingsWords.ts';

const words = settingsWords.keeping;

type RetentionSettingsProps = Readonly<Pick<Settings, 'recording' | 'retention'>>;

export function RetentionSettings({ recording, retention }: RetentionSettingsProps) {
  const { settings } = useIntents();
  return (
    <Panel label={words.heading} heading className="settings-panel">
      <Switch
        label={words.record}
        description={words.recordHint}
        checked={recording.enabled}
        onChange={(event) => void settings.update({ recording: { enabled: event.currentTarget.checked } })}
      />
      <div className="settings-days">
        {(['audioDays', 'metricsDays'] as const).map((what) => (
          <NumberInput
            key={what}
            label={words[what]}
            suffix={words.days}
            min={1}
            max={3650}
            allowDecimal={false}
            clampBehavior="strict"
            value={retention[what]}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1) void settings.update({ retention: { [what]: value } });
            }}
          />
        ))}
      </div>
    </Panel>
  );
}
