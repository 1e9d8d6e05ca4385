import { Anchor, Button, Switch } from '@mantine/core';
import { IconPlayerPlayFilled, IconRefresh } from '@tabler/icons-react';
import { BaselineStatus } from '../../../components/BaselineStatus.tsx';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { FollowUpsDue } from '../../../components/FollowUpsDue.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { SourceField } from '../../../components/SourceField.tsx';
import { useListening } from '../../../components/useListening.ts';
import { useIntents } from '../../../intents/intents.ts';
import { useLiveStore } from '../../../state/liveStore.ts';
import { hashOf } from '../../../state/page.ts';
import { useSettings } from '../../../state/settingsStore.ts';
import { fieldValueOf } from '../../../state/sourceChoice.ts';
import { useSourceStore } from '../../../state/sourceStore.ts';
import { liveWords } from '../liveWords.ts';
import { RecordingNote } from './RecordingNote.tsx';

const words = liveWords.idle;

/** Before the call: the sources of the sound, and Start. */
export function SourcePicker() {
  const { sources, live, settings } = useIntents();
  const { cueMode } = useSettings();
  const { phase, error } = useLiveStore();
  const problem = useSourceStore((state) => state.problem);
  const hasNoDevices = useSourceStore((state) => state.devices?.length === 0);
  const agent = useSourceStore((state) => fieldValueOf(state.sources.agent.choice));
  const customer = useSourceStore((state) => fieldValueOf(state.sources.customer.choice));
  const isSame = agent === customer && agent !== 'none';

  useListening();

  return (
    <div className="idle">
      <FollowUpsDue />
      <div>
        <h2 className="idle-heading">{words.heading}</h2>
        <p className="idle-lead">{words.lead}</p>
      </div>
      {error && <ErrorNote message={error.message} />}
      {problem ? <ErrorNote message={problem.message} /> : hasNoDevices && <ErrorNote message={words.noDevices} />}
      <Panel label={words.sources} className="idle-sources">
        <SourceField party="agent" label={words.you} hint={words.youHint} />
        <SourceField party="customer" label={words.caller} hint={words.callerHint} />
        {isSame && <ErrorNote message={words.sameSource} />}
        {customer === 'none' && <NoCaller />}
      </Panel>
      <Panel label={words.baseline}>
        <BaselineStatus />
      </Panel>
      <RecordingNote />
      <div className="idle-actions">
        <Button
          className="idle-start"
          size="lg"
          radius="xl"
          leftSection={<IconPlayerPlayFilled size={18} aria-hidden />}
          disabled={agent === 'none' || isSame || phase === 'starting'}
          onClick={() => void live.start()}
        >
          {phase === 'starting' ? words.starting : words.start}
        </Button>
        <Switch
          label={words.silent}
          checked={cueMode === 'silent'}
          onChange={(event) => void settings.update({ cueMode: event.currentTarget.checked ? 'silent' : 'coach' })}
        />
        <Button
          variant="subtle"
          color="var(--ss-ink-soft)"
          leftSection={<IconRefresh size={18} aria-hidden />}
          onClick={() => void sources.listen()}
        >
          {words.refresh}
        </Button>
        {agent === 'none' && <p className="note">{words.pickFirst}</p>}
      </div>
    </div>
  );
}

/** Explains what is missing without the caller, with one click to change it. */
function NoCaller() {
  return (
    <p className="note">
      {words.noCaller}{' '}
      <Anchor inherit underline="always" href={hashOf({ name: 'setup', step: 'caller' })}>
        {words.addCaller}
      </Anchor>
    </p>
  );
}
