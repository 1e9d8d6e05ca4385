import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useIntents } from '../../intents/intents.ts';
import { type ReadingPart, useEnrolmentStore } from '../../state/enrolmentStore.ts';
import { goTo } from '../../state/page.ts';
import { useSourceStore } from '../../state/sourceStore.ts';
import { ReadingPassage } from './ReadingPassage.tsx';
import { ReadingResult } from './ReadingResult.tsx';
import { setupWords } from './setupWords.ts';

const words = setupWords.voice;

/** Two passages to read aloud, one after the other, and the result. */
export function VoiceStep() {
  const { sources, reading } = useIntents();
  const choice = useSourceStore((state) => state.sources.agent.choice);
  const label = useSourceStore((state) => state.sources.agent.label);
  const { running, readings, saved, error } = useEnrolmentStore();
  const part: ReadingPart = running?.part ?? (readings.normal ? 'soft' : 'normal');

  useEffect(() => {
    reading.reset();
    void sources.listen();
    return () => {
      reading.stop();
      sources.rest();
    };
  }, [sources, reading]);

  if (choice.kind === 'none') {
    return (
      <Panel label={words.heading} className="setup-panel">
        <p className="note">{words.noDevice}</p>
        <Button className="setup-aside" onClick={() => goTo({ name: 'setup', step: 'microphone' })}>
          {words.chooseDevice}
        </Button>
      </Panel>
    );
  }
  return (
    <Panel label={words.heading} className="setup-panel">
      {label && <p className="note">{words.on({ device: label })}</p>}
      {error && <ErrorNote message={error.message} />}
      {saved && !running ? (
        <ReadingResult saved={saved} soft={readings.soft} />
      ) : (
        <ReadingPassage part={part} isRead={readings.normal !== undefined} running={running} />
      )}
    </Panel>
  );
}
