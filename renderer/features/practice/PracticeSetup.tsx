import { NativeSelect, Switch } from '@mantine/core';
import { IconHeadphones } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useIntents } from '../../api/intents.ts';
import { BaselineChooser } from '../../components/BaselineChooser.tsx';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { Panel } from '../../components/Panel.tsx';
import { choiceOf, fieldValueOf } from '../../state/sourceChoice.ts';
import { useSourceStore } from '../../state/sourceStore.ts';
import { practiceWords } from './practiceWords.ts';

const words = practiceWords.setup;

interface PracticeSetupProps {
  readonly keepsVoice: boolean;
  readonly onKeepsVoice: (keeps: boolean) => void;
}

/** The microphone, the baseline, and the wish for headphones. */
export function PracticeSetup({ keepsVoice, onKeepsVoice }: PracticeSetupProps) {
  const { sources } = useIntents();
  const { choice, error } = useSourceStore((state) => state.sources.agent);
  const devices = useSourceStore((state) => state.devices);
  const pageMicrophones = useSourceStore((state) => state.pageMicrophones);

  useEffect(() => {
    void sources.listen();
    return () => sources.rest();
  }, [sources]);

  return (
    <Panel label={words.label} className="practice-setup">
      <NativeSelect
        label={words.microphone}
        value={fieldValueOf(choice)}
        disabled={devices === undefined}
        onChange={(event) => void sources.choose('agent', choiceOf(event.currentTarget.value))}
      >
        <option value="none">{words.choose}</option>
        {(devices ?? [])
          .filter(({ isMonitor }) => !isMonitor)
          .map(({ name }) => (
            <option key={name} value={`device:${name}`}>
              {name}
            </option>
          ))}
        <option value="page:">{words.pageDefault}</option>
        {pageMicrophones.map(({ deviceId, label }) => (
          <option key={deviceId} value={`page:${deviceId}`}>
            {label}
          </option>
        ))}
      </NativeSelect>
      <div className="practice-setup-notes">
        <p className="practice-headphones">
          <IconHeadphones size={20} aria-hidden /> {words.headphones}
        </p>
        <Switch
          label={words.keep}
          checked={keepsVoice}
          onChange={(event) => onKeepsVoice(event.currentTarget.checked)}
        />
      </div>
      <BaselineChooser />
      {error && <ErrorNote message={error.message} />}
    </Panel>
  );
}
