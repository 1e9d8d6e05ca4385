import { Anchor } from '@mantine/core';
import { hashOf } from '../../../state/page.ts';
import { useSettings } from '../../../state/settingsStore.ts';
import { liveWords } from '../liveWords.ts';

const words = liveWords.recording;

/** Says before a call if it will be recorded, and reminds the agent to ask for consent. */
export function RecordingNote() {
  const { enabled } = useSettings().recording;
  return (
    <p className="note" role="status">
      {enabled ? <strong>{words.willBe}</strong> : words.willNotBe}{' '}
      <Anchor inherit underline="always" href={hashOf({ name: 'settings' })}>
        {words.change}
      </Anchor>
    </p>
  );
}
