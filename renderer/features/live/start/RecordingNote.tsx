import { Anchor } from '@mantine/core';
import { hashOf } from '../../../state/page.ts';
import { useSettings } from '../../../state/settingsStore.ts';
import { liveWords } from '../liveWords.ts';

const words = liveWords.recording;

/** Before a call: whether it will be recorded, and then the reminder to ask. */
export function RecordingNote() {
  const { enabled } = useSettings().recording;
  return (
    <p className="idle-note" role="status">
      {enabled ? <strong>{words.willBe}</strong> : words.willNotBe}{' '}
      <Anchor inherit underline="always" href={hashOf({ name: 'settings' })}>
        {words.change}
      </Anchor>
    </p>
  );
}
