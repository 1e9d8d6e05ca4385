import { useIntents } from '../../intents/intents.ts';
import { useLibraryStore } from '../../state/libraryStore.ts';
import { EraseButton } from './EraseButton.tsx';
import { ExportSelected } from './ExportSelected.tsx';
import { libraryWords } from './libraryWords.ts';
import { OneField } from './OneField.tsx';
import { RemoveTag } from './RemoveTag.tsx';

const words = libraryWords.selected;

/** The actions on the selected calls. */
export function SelectedCalls() {
  const { library } = useIntents();
  const count = useLibraryStore((state) => state.selected.size);
  if (count === 0) return null;
  return (
    <div className="selection" role="toolbar" aria-label={words.count({ count })}>
      <strong>{words.count({ count })}</strong>
      <OneField label={words.agent} action={words.setAgent} onDone={(agent) => library.change({ agent })} />
      <OneField label={words.tag} action={words.addTag} onDone={(tag) => library.change({ addTags: [tag] })} />
      <RemoveTag />
      <ExportSelected />
      <EraseButton label={words.erase} question={words.confirmErase({ count })} onErase={() => library.erase()} />
    </div>
  );
}
