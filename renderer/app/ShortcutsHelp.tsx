import { Kbd } from '@mantine/core';
import { Dialog } from '../components/Dialog.tsx';
import { useSettings } from '../state/settingsStore.ts';
import { appWords } from './appWords.ts';
import { shortcutGroups } from './shortcutGroups.ts';

interface ShortcutsHelpProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const words = appWords.shortcuts;

export function ShortcutsHelp({ opened, onClose }: ShortcutsHelpProps) {
  const { shortcuts } = useSettings();
  return (
    <Dialog opened={opened} className="shortcuts" title={words.title} close={words.close} onClose={onClose}>
      {shortcutGroups(shortcuts).map((group) => (
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
    </Dialog>
  );
}
