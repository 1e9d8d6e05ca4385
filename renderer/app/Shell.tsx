import { useEffect, useState } from 'react';
import { useIntents } from '../api/intents.ts';
import { useKeys } from '../components/useKeys.ts';
import { CompactCall } from '../features/live/CompactCall.tsx';
import { LivePage } from '../features/live/LivePage.tsx';
import { DropTarget } from '../features/open-recording/DropTarget.tsx';
import { RecordingsPage } from '../features/open-recording/RecordingsPage.tsx';
import { ComparePage } from '../features/replay/compare/ComparePage.tsx';
import { SummaryPage } from '../features/replay/SummaryPage.tsx';
import { TrendsPage } from '../features/trends/TrendsPage.tsx';
import { goTo, type Page, usePage } from '../state/page.ts';
import { Header } from './Header.tsx';
import { ShortcutsHelp } from './ShortcutsHelp.tsx';
import './shell.css';

export function Shell() {
  const page = usePage();
  const [helpOpened, setHelpOpened] = useState(false);
  const { live } = useIntents();

  useEffect(() => {
    void live.resume();
  }, [live]);

  useKeys(({ key }) => {
    if (key === '?') setHelpOpened(true);
    else if (key === '1') goTo({ name: 'live' });
    else if (key === '2') goTo({ name: 'recordings' });
    else return false;
    return true;
  });

  if (page.name === 'compact') return <CompactCall />;
  return (
    <>
      <Header page={page} onHelp={() => setHelpOpened(true)} />
      <main id="main" className="shell-main" tabIndex={-1}>
        <Screen page={page} />
      </main>
      <DropTarget />
      <ShortcutsHelp opened={helpOpened} onClose={() => setHelpOpened(false)} />
    </>
  );
}

function Screen({ page }: { readonly page: Exclude<Page, { name: 'compact' }> }) {
  switch (page.name) {
    case 'compare':
      return <ComparePage callId={page.callId} otherId={page.otherId} />;
    case 'trends':
      return <TrendsPage />;
    case 'live':
      return <LivePage />;
    case 'recordings':
      return <RecordingsPage />;
    case 'summary':
      return <SummaryPage key={page.callId} callId={page.callId} />;
  }
}
