import { useEffect } from 'react';
import { useIntents } from '../../api/intents.ts';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { useLibraryStore } from '../../state/libraryStore.ts';
import { CallTable } from './CallTable.tsx';
import { ChosenCalls } from './ChosenCalls.tsx';
import { LibraryFilters } from './LibraryFilters.tsx';
import { libraryWords } from './libraryWords.ts';
import './callLibrary.css';

/** Every call that is kept. */
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
        {total !== undefined && <p role="status">{libraryWords.count(total)}</p>}
      </div>
      <LibraryFilters />
      <ChosenCalls />
      {error && <ErrorNote title={libraryWords.heading} message={error.message} />}
      {hasCalls ? <CallTable /> : total === 0 && <NoCalls />}
    </section>
  );
}

function NoCalls() {
  const isAll = useLibraryStore(({ query }) => query.search === '' && query.agents.length + query.tags.length === 0);
  return <p className="library-none">{isAll ? libraryWords.none : libraryWords.noneFound}</p>;
}
