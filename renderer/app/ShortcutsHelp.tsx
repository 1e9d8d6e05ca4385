import { CloseButton, Kbd } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useSettings } from '../state/settingsStore.ts';
import { appWords } from './appWords.ts';

interface ShortcutsHelpProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const words = appWords.shortcuts;

export function ShortcutsHelp({ opened, onClose }: ShortcutsHelpProps) {
  const { shortcuts } = useSettings();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (opened) dialog.current?.showModal();
    else dialog.current?.close();
  }, [opened]);

  return (
    <dialog ref={dialog} className="shortcuts" aria-labelledby="shortcuts-title" onClose={onClose}>
      <div className="shortcuts-head">
        <h2 id="shortcuts-title">{words.title}</h2>
        <CloseButton aria-label={words.close} onClick={onClose} />
      </div>
      {words.groups(shortcuts).map((group) => (
        <section key={group.name} className="shortcuts-group">
          <h3>{group.name}</h3>
          <dl>
            {group.keys.map(({ keys, does }) => (
              <div key={does}>
                <dt>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </dialog>
  );
}
