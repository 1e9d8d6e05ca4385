import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useExportStore } from '../state/exportStore.ts';
import { format } from '../text/format.ts';
import { Dialog } from './Dialog.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { exportWords as words } from './exportWords.ts';
import './exportFrame.css';

interface ExportFrameProps {
  readonly title: string;
  readonly canSave: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** The selection, and the contents of the file. */
  readonly children: ReactNode;
}

/** A dialog that makes one file of its selection, and shows the result. */
export function ExportFrame({ title, canSave, onSave, onClose, children }: ExportFrameProps) {
  const { isWorking, made, error } = useExportStore();
  return (
    <Dialog className="exporting" title={title} close={words.close} onClose={onClose}>
      {children}
      {error && <ErrorNote title={words.failed} message={error.message} />}
      <div className="exporting-foot">
        <Button disabled={!canSave || isWorking} onClick={onSave}>
          {isWorking ? words.working : words.save}
        </Button>
        <p className="note" role="status">
          {made && words.done({ name: made.fileName, size: format.bytes(made.sizeBytes) })}
        </p>
      </div>
    </Dialog>
  );
}
