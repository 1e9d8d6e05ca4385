import { ActionIcon, Button } from '@mantine/core';
import { IconMicrophone, IconTrash } from '@tabler/icons-react';
import { Panel } from '../../components/Panel.tsx';
import { useIntents } from '../../intents/intents.ts';
import { useBaselineStore } from '../../state/baselineStore.ts';
import { goTo } from '../../state/page.ts';
import { useSourceStore } from '../../state/sourceStore.ts';
import { format } from '../../text/format.ts';
import { settingsWords } from './settingsWords.ts';

const words = settingsWords.voice;

/** The stored baselines, one for each microphone. */
export function VoiceSettings() {
  const { baseline, sources } = useIntents();
  const stored = useBaselineStore((state) => state.stored) ?? [];
  const devices = useSourceStore((state) => state.devices) ?? [];

  async function measureAgain(device: string): Promise<void> {
    const isKnown = devices.some(({ name }) => name === device);
    // A microphone of the page must be selected by hand: the page knows it by a different identifier.
    if (isKnown) await sources.choose('agent', { kind: 'device', name: device });
    goTo({ name: 'setup', step: isKnown ? 'voice' : 'microphone' });
  }

  return (
    <Panel label={words.heading} heading className="settings-panel">
      <p className="settings-lead">{stored.length === 0 ? words.none : words.lead}</p>
      {stored.length > 0 && (
        <ul className="voice-rows">
          {stored.map(({ device, measuredAt }) => (
            <li key={device}>
              <IconMicrophone size={20} stroke={1.7} aria-hidden />
              <p className="voice-name">
                <strong>{device}</strong>
                <span className="small-note">
                  {words.measured({ date: format.recentDay(new Date(measuredAt), new Date()) })}
                </span>
              </p>
              <Button
                variant="default"
                size="xs"
                aria-label={words.againLabel({ device })}
                onClick={() => void measureAgain(device)}
              >
                {words.again}
              </Button>
              <ActionIcon
                variant="subtle"
                color="var(--ss-ink-soft)"
                aria-label={words.remove({ device })}
                title={words.remove({ device })}
                onClick={() => void baseline.remove(device)}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <Button className="settings-aside" variant="default" onClick={() => goTo({ name: 'setup', step: 'microphone' })}>
        {words.measure}
      </Button>
    </Panel>
  );
}
