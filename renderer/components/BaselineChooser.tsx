import { Button, CloseButton, FileButton } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntents } from '../intents/intents.ts';
import { useBaselineStore } from '../state/baselineStore.ts';
import { ErrorNote } from './ErrorNote.tsx';
import './baselineChooser.css';

const learned = 'Without a baseline, your voice is learned from your first 20 seconds of speech.';

interface BaselineChooserProps {
  /** What is measured against as long as no file is chosen. */
  readonly otherwise?: string;
  /** What else can be done about it. */
  readonly action?: ReactNode;
}

/** The agent's baseline file: optional, and in force for live calls and recordings alike. */
export function BaselineChooser({ otherwise = learned, action }: BaselineChooserProps) {
  const { baseline } = useIntents();
  const { chosen, error } = useBaselineStore();
  return (
    <div className="baseline">
      <div className="baseline-row">
        <IconUserCheck size={20} aria-hidden className="baseline-icon" />
        <p className="baseline-text">
          {chosen ? (
            <>
              Measured against your baseline <strong>{chosen.fileName}</strong>
            </>
          ) : (
            otherwise
          )}
        </p>
        {chosen && <CloseButton aria-label="Stop using this baseline" onClick={() => baseline.forget()} />}
        {!chosen && action}
        <FileButton accept="application/json,.json" onChange={(file) => file && void baseline.choose(file)}>
          {(props) => (
            <Button {...props} variant="default" size="xs">
              {chosen ? 'Change' : action ? 'From a file' : 'Choose a baseline'}
            </Button>
          )}
        </FileButton>
      </div>
      {error && <ErrorNote message={error.message} />}
    </div>
  );
}
