import { Button, CloseButton, FileButton } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntents } from '../intents/intents.ts';
import { useBaselineStore } from '../state/baselineStore.ts';
import { baselineWords as words } from './baselineWords.ts';
import { ErrorNote } from './ErrorNote.tsx';
import './baselineChooser.css';

interface BaselineChooserProps {
  /** The baseline in use while no file is selected. */
  readonly otherwise?: string;
  /** An additional action. */
  readonly action?: ReactNode;
}

/** The agent's baseline file: optional, and used for live calls and recordings alike. */
export function BaselineChooser({ otherwise = words.learned, action }: BaselineChooserProps) {
  const { baseline } = useIntents();
  const { chosen, error } = useBaselineStore();
  return (
    <div className="baseline">
      <div className="baseline-row">
        <IconUserCheck size={20} aria-hidden className="baseline-icon" />
        <p className="baseline-text">
          {chosen ? (
            <>
              {words.file} <strong>{chosen.fileName}</strong>
            </>
          ) : (
            otherwise
          )}
        </p>
        {chosen && <CloseButton aria-label={words.forget} onClick={() => baseline.forget()} />}
        {!chosen && action}
        <FileButton accept="application/json,.json" onChange={(file) => file && void baseline.choose(file)}>
          {(props) => (
            <Button {...props} variant="default" size="xs">
              {chosen ? words.change : action ? words.fromFile : words.choose}
            </Button>
          )}
        </FileButton>
      </div>
      {error && <ErrorNote message={error.message} />}
    </div>
  );
}
