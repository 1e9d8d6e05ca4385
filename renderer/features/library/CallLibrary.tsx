import { useEffect } from 'react';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { useIntents } from '../../intents/intents.ts';
import { isNarrowed, useLibraryStore } from '../../state/libraryStore.ts';
import { CallTable } from './CallTable.tsx';
import { EraseButton } from './EraseButton.tsx';
import { LibraryFilters } from './LibraryFilters.tsx';
import { libraryWords } from './libraryWords.ts';
import { SelectedCalls } from './SelectedCalls.tsx';
import './callLibrary.css';

/** All calls of the library. */
export function CallLibrary() {
  const { library } = useIntents();
  const total = useLibraryStore((state) => state.total);
  const hasCalls = useLibraryStore((state) => state.calls.length > 0);
  const error = useLibraryStore((state) => state.error);
  useEffect(() => {
    void library.refresh();
  }, [library]);

  return (
    <section className="library" aria-labelledby="library-heading">
      <div className="library-head">
        <h2 id="library-heading">{libraryWords.heading}</h2>
        {total !== undefined && <p role="status">{libraryWords.count({ total })}</p>}
        <OneAgent />
      </div>
      <LibraryFilters />
      <SelectedCalls />
      {error && <ErrorNote title={libraryWords.heading} message={error.message} />}
      {hasCalls ? <CallTable /> : total === 0 && <NoCalls />}
    </section>
  );
}

/** The actions on everything of the agent that the list is filtered by. */
function OneAgent() {
  const { library } = useIntents();
  const [agent, ...others] = useLibraryStore((state) => state.query.agents);
  if (agent === undefined || others.length > 0) return null;
  const { eraseAgent, confirmEraseAgent } = libraryWords.selected;
  return (
    <div className="library-agent">
      <EraseButton
        label={eraseAgent({ agent })}
        question={confirmEraseAgent({ agent })}
        onErase={() => library.eraseAgent(agent)}
      />
    </div>
  );
}

function NoCalls() {
  const isPart = useLibraryStore(({ query }) => isNarrowed(query));
  return <p className="library-none">{isPart ? libraryWords.noneFound : libraryWords.none}</p>;
}
