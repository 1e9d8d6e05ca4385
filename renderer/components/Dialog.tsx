import { CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import './dialog.css';

interface DialogProps {
  /** Open as soon as it is rendered, by default. */
  readonly opened?: boolean;
  readonly title: string;
  /** The label of the button that closes it. */
  readonly close: string;
  readonly onClose: () => void;
  /** Sets its width. */
  readonly className: string;
  readonly children: ReactNode;
}

/** A modal dialog above everything else. */
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
