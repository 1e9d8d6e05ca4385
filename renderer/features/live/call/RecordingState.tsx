import { Button, Kbd } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPauseFilled, IconPlayerRecordFilled } from '@tabler/icons-react';
import { useShortcuts } from '../../../components/useShortcuts.ts';
import { useIntents } from '../../../intents/intents.ts';
import { useLiveStore } from '../../../state/liveStore.ts';
import { useSettings } from '../../../state/settingsStore.ts';
import { liveWords } from '../liveWords.ts';
import './recordingState.css';

const words = liveWords.recording;
const icons = { on: IconPlayerRecordFilled, paused: IconPlayerPauseFilled, failed: IconAlertTriangle } as const;

/** Shows while the call's sound is recorded. A key or a click pauses the recording, for example for card numbers. */
export function RecordingState() {
  const { live } = useIntents();
  const recording = useLiveStore(({ call }) => call?.recording);
  const canPause = recording !== undefined && recording.state !== 'failed';

  const { pauseRecording: key } = useSettings().shortcuts;

  useShortcuts({
    pauseRecording() {
      if (!canPause) return false;
      void live.toggleRecording();
      return true;
    },
  });

  if (!recording) return null;
  const { state, message } = recording;
  const Icon = icons[state];
  return (
    <div className="recording-state" data-state={state}>
      <p role="status" title={message}>
        <Icon size={18} aria-hidden />
        <span>{state === 'failed' ? message : words.states[state]}</span>
      </p>
      {canPause && (
        <Button
          variant="subtle"
          color="var(--ss-ink-soft)"
          rightSection={<Kbd>{key}</Kbd>}
          onClick={() => void live.toggleRecording()}
        >
          {state === 'on' ? words.pause : words.resume}
        </Button>
      )}
    </div>
  );
}
