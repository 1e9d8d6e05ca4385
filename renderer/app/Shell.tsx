import { useEffect, useState } from 'react';
import { useKeys } from '../components/useKeys.ts';
import { CallPage } from '../features/call/CallPage.tsx';
import { ComparePage } from '../features/call/compare/ComparePage.tsx';
import { PackPage } from '../features/call/pack/PackPage.tsx';
import { DropTarget } from '../features/library/DropTarget.tsx';
import { LibraryPage } from '../features/library/LibraryPage.tsx';
import { CompactCall } from '../features/live/compact/CompactCall.tsx';
import { LivePage } from '../features/live/LivePage.tsx';
import { CallOffer } from '../features/live/start/CallOffer.tsx';
import { AttemptPage } from '../features/practice/attempt/AttemptPage.tsx';
import { PracticePage } from '../features/practice/PracticePage.tsx';
import { RubricPage } from '../features/settings/rubric/RubricPage.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { SetupPage } from '../features/setup/SetupPage.tsx';
import { TrendsPage } from '../features/trends/TrendsPage.tsx';
import { useIntents } from '../intents/intents.ts';
import { useLiveStore } from '../state/liveStore.ts';
import { goTo, type Page, usePage } from '../state/page.ts';
import { useSettingsStore } from '../state/settingsStore.ts';
import { Header } from './Header.tsx';
import { NoticeList } from './NoticeList.tsx';
import { ShortcutsHelp } from './ShortcutsHelp.tsx';
import './shell.css';

export function Shell() {
  const page = usePage();
  const [helpOpened, setHelpOpened] = useState(false);
  const { live, settings, baseline, notices } = useIntents();

  useEffect(() => {
    void settings.follow();
    void baseline.follow();
    void live.resume();
    void notices.follow();
  }, [live, settings, baseline, notices]);

  useKeys(({ key }) => {
    if (key === '?') setHelpOpened(true);
    else if (key === '1') goTo({ name: 'live' });
    else if (key === '2') goTo({ name: 'library' });
    else if (key === '3') goTo({ name: 'trends' });
    else if (key === '4') goTo({ name: 'practice' });
    else if (key === '5') goTo({ name: 'settings' });
    else return false;
    return true;
  });

  if (page.name === 'compact') return <CompactCall />;
  return (
    <>
      <Header page={page} onHelp={() => setHelpOpened(true)} />
      <main id="main" className="shell-main" tabIndex={-1}>
        <NoticeList />
        <Screen page={page} />
      </main>
      <CallOffer />
      <DropTarget />
      <ShortcutsHelp opened={helpOpened} onClose={() => setHelpOpened(false)} />
    </>
  );
}

function Screen({ page }: { readonly page: Exclude<Page, { name: 'compact' }> }) {
  switch (page.name) {
    case 'compare':
      return <ComparePage callId={page.callId} otherId={page.otherId} />;
    case 'pack':
      return <PackPage />;
    case 'trends':
      return <TrendsPage />;
    case 'start':
      return <StartPage />;
    case 'live':
      return <LivePage />;
    case 'settings':
      return <SettingsPage />;
    case 'rubric':
      return <RubricPage />;
    case 'setup':
      return <SetupPage step={page.step} />;
    case 'library':
      return <LibraryPage />;
    case 'practice':
      return <PracticePage />;
    case 'attempt':
      return <AttemptPage key={page.attemptId} attemptId={page.attemptId} />;
    case 'call':
      return <CallPage key={page.callId} callId={page.callId} />;
  }
}

/** The guide, until it was gone through once; nothing before that is known, so that neither flashes up. */
function StartPage() {
  const guideDone = useSettingsStore(({ view }) => view?.settings.guideDone);
  const isInCall = useLiveStore(({ call }) => call !== undefined);
  if (guideDone === undefined) return null;
  return guideDone || isInCall ? <LivePage /> : <SetupPage step="microphone" />;
}
