import { Switch } from '@mantine/core';
import { IconHeadphones } from '@tabler/icons-react';
import { BaselineStatus } from '../../components/BaselineStatus.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SourceField } from '../../components/SourceField.tsx';
import { useListening } from '../../components/useListening.ts';
import { practiceWords } from './practiceWords.ts';

const words = practiceWords.setup;

interface PracticeSetupProps {
  readonly keepsVoice: boolean;
  readonly onKeepsVoice: (keeps: boolean) => void;
}

/** The microphone, the baseline, and the wish for headphones. */
export function PracticeSetup({ keepsVoice, onKeepsVoice }: PracticeSetupProps) {
  useListening();

  return (
    <Panel label={words.label} className="practice-setup">
      <SourceField party="agent" label={words.microphone} hint={words.microphoneHint} />
      <div className="practice-setup-notes">
        <p className="practice-headphones">
          <IconHeadphones size={20} aria-hidden /> {words.headphones}
        </p>
        <Switch
          label={words.keep}
          checked={keepsVoice}
          onChange={(event) => onKeepsVoice(event.currentTarget.checked)}
        />
        <BaselineStatus />
      </div>
    </Panel>
  );
}
