import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SourceField } from '../../components/SourceField.tsx';
import { useListening } from '../../components/useListening.ts';
import { useIntents } from '../../intents/intents.ts';
import { useSourceStore } from '../../state/sourceStore.ts';
import { setupWords } from './setupWords.ts';

const words = setupWords.microphone;

export function MicrophoneStep() {
  const { sources } = useIntents();
  const problem = useSourceStore((state) => state.problem);
  const hasNoDevices = useSourceStore((state) => state.devices?.length === 0);

  useListening();

  return (
    <Panel label={words.heading} className="setup-panel">
      {problem ? <ErrorNote message={problem.message} /> : hasNoDevices && <ErrorNote message={words.none} />}
      <SourceField party="agent" label={words.you} hint={words.hint} />
      <Button
        className="setup-aside"
        variant="subtle"
        color="var(--ss-ink-soft)"
        leftSection={<IconRefresh size={18} aria-hidden />}
        onClick={() => void sources.listen()}
      >
        {words.look}
      </Button>
    </Panel>
  );
}
