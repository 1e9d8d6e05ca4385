import { NativeSelect, Switch } from '@mantine/core';
import { IconHeadphones } from '@tabler/icons-react';
import { BaselineStatus } from '../../../components/BaselineStatus.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { SourceField } from '../../../components/SourceField.tsx';
import { useListening } from '../../../components/useListening.ts';
import { useIntents } from '../../../intents/intents.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { practiceWords } from '../practiceWords.ts';

const words = practiceWords.setup;

/** The microphone, the baseline, and the request to wear headphones. */
export function PracticeSetup() {
  const { practice } = useIntents();
  const savesVoice = usePracticeStore((state) => state.savesVoice);
  useListening();

  return (
    <Panel label={words.label} className="practice-setup">
      <SourceField party="agent" label={words.microphone} hint={words.microphoneHint} />
      <div className="practice-setup-notes">
        <p className="practice-headphones">
          <IconHeadphones size={20} aria-hidden /> {words.headphones}
        </p>
        <Switch
          label={words.saveVoice}
          checked={savesVoice}
          onChange={(event) => practice.saveVoice(event.currentTarget.checked)}
        />
        <CallerVoiceField />
        <BaselineStatus />
      </div>
    </Panel>
  );
}

/** The voice of the caller, where this computer has voices. */
function CallerVoiceField() {
  const { practice } = useIntents();
  const { voice, systemVoices } = usePracticeStore();
  if (systemVoices.length === 0) return null;
  return (
    <NativeSelect
      label={words.voice}
      description={words.voiceHint}
      value={voice.kind === 'clips' ? '' : voice.voiceId}
      onChange={({ currentTarget: { value } }) =>
        practice.chooseVoice(value === '' ? { kind: 'clips' } : { kind: 'system', voiceId: value })
      }
    >
      <option value="">{words.clips}</option>
      {systemVoices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}
