import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useExportStore } from '../state/exportStore.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { exportWords as words } from './exportWords.ts';
import { formatBytes } from './formatBytes.ts';
import './exportFrame.css';

interface ExportFrameProps {
  readonly title: string;
  readonly canSave: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** What is chosen, and what will leave. */
  readonly children: ReactNode;
}

/** A dialog that makes one file of what is chosen in it, and says what came of that. */
export function ExportFrame({ title, canSave, onSave, onClose, children }: ExportFrameProps) {
  const { isWorking, made, error } = useExportStore();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="exporting" aria-labelledby="exporting-title" onClose={onClose}>
      <div className="exporting-head">
        <h2 id="exporting-title">{title}</h2>
        <CloseButton aria-label={words.close} onClick={onClose} />
      </div>
      {children}
      {error && <ErrorNote title={words.failed} message={error.message} />}
      <div className="exporting-foot">
        <Button disabled={!canSave || isWorking} onClick={onSave}>
          {isWorking ? words.working : words.save}
        </Button>
        <p role="status">{made && words.done(made.fileName, formatBytes(made.sizeBytes))}</p>
      </div>
    </dialog>
  );
}
