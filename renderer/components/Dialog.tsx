import { CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import './dialog.css';

interface DialogProps {
  /** As soon as it is drawn, unless it says otherwise. */
  readonly opened?: boolean;
  readonly title: string;
  /** What its button to close it is called. */
  readonly close: string;
  readonly onClose: () => void;
  /** Gives it its width. */
  readonly className: string;
  readonly children: ReactNode;
}

/** What stands over everything else until it is closed. */
export function Dialog({ opened = true, title, close, onClose, className, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (opened) dialog.current?.showModal();
    else dialog.current?.close();
  }, [opened]);

  return (
    <dialog ref={dialog} className={`dialog ${className}`} aria-labelledby={titleId} onClose={onClose}>
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <CloseButton aria-label={close} onClick={onClose} />
      </div>
      {children}
    </dialog>
  );
}
