import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { errorNoteWords } from './errorNoteWords.ts';
import './errorNote.css';

interface ErrorNoteProps {
  readonly message: string;
  readonly title?: string;
  readonly onClose?: () => void;
  readonly children?: ReactNode;
}

/** The problem and its remedy, in one or two sentences. */
export function ErrorNote({ message, title, onClose, children }: ErrorNoteProps) {
  return (
    <Alert
      className="error-note"
      classNames={{ title: 'error-note-title', message: 'error-note-message', icon: 'error-note-icon' }}
      variant="outline"
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
      withCloseButton={onClose !== undefined}
      closeButtonLabel={errorNoteWords.dismiss}
      {...(onClose && { onClose })}
    >
      {message}
      {children}
    </Alert>
  );
}
