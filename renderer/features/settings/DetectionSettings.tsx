import { Switch } from '@mantine/core';
import type { Settings } from '../../../core/model/settings.ts';
import { Panel } from '../../components/Panel.tsx';
import { useIntents } from '../../intents/intents.ts';
import { settingsWords } from './settingsWords.ts';

const words = settingsWords.detection;

export function DetectionSettings({ detection }: { readonly detection: Settings['callDetection'] }) {
  const { settings } = useIntents();
  const update = (callDetection: Partial<Settings['callDetection']>) => void settings.update({ callDetection });
  const { offerStart, offerStop, automatic } = detection;
  return (
    <Panel label={words.heading} heading className="settings-panel">
      <Switch
        label={words.offerStart}
        description={words.offerStartHint}
        checked={offerStart}
        onChange={(event) => update({ offerStart: event.currentTarget.checked })}
      />
      <Switch
        label={words.offerStop}
        description={words.offerStopHint}
        checked={offerStop}
        onChange={(event) => update({ offerStop: event.currentTarget.checked })}
      />
      <Switch
        label={words.automatic}
        description={words.automaticHint}
        checked={automatic}
        disabled={!offerStart && !offerStop}
        onChange={(event) => update({ automatic: event.currentTarget.checked })}
      />
    </Panel>
  );
}
