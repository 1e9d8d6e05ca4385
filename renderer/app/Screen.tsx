import { CallPage } from '../features/call/CallPage.tsx';
import { ComparePage } from '../features/call/compare/ComparePage.tsx';
import { PackPage } from '../features/call/pack/PackPage.tsx';
import { LibraryPage } from '../features/library/LibraryPage.tsx';
import { CompactCall } from '../features/live/compact/CompactCall.tsx';
import { LivePage } from '../features/live/LivePage.tsx';
import { AttemptPage } from '../features/practice/attempt/AttemptPage.tsx';
import { PracticePage } from '../features/practice/PracticePage.tsx';
import { RubricPage } from '../features/settings/rubric/RubricPage.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { SetupPage } from '../features/setup/SetupPage.tsx';
import { TrendsPage } from '../features/trends/TrendsPage.tsx';
import { useLiveStore } from '../state/liveStore.ts';
import type { Page } from '../state/page.ts';
import { useSettingsStore } from '../state/settingsStore.ts';

/** Shows a page of the page table (renderer/state/page.ts). */
export function Screen({ page }: { readonly page: Page }) {
  switch (page.name) {
    case 'start':
      return <StartPage />;
    case 'live':
      return <LivePage />;
    case 'compact':
      return <CompactCall />;
    case 'library':
      return <LibraryPage />;
    case 'call':
      return <CallPage key={page.callId} callId={page.callId} />;
    case 'compare':
      return <ComparePage callId={page.callId} otherId={page.otherId} />;
    case 'trends':
      return <TrendsPage />;
    case 'pack':
      return <PackPage />;
    case 'practice':
      return <PracticePage />;
    case 'attempt':
      return <AttemptPage key={page.attemptId} attemptId={page.attemptId} />;
    case 'settings':
      return <SettingsPage />;
    case 'rubric':
      return <RubricPage />;
    case 'setup':
      return <SetupPage step={page.step} />;
  }
}

/**
 * The guide until it is finished, then the live page; nothing before the settings are known, so that neither flashes
 * up.
 */
function StartPage() {
  const guideDone = useSettingsStore(({ view }) => view?.settings.guideDone);
  const isInCall = useLiveStore(({ call }) => call !== undefined);
  if (guideDone === undefined) return null;
  return guideDone || isInCall ? <LivePage /> : <SetupPage step="microphone" />;
}
