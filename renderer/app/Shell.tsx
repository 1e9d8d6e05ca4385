import { useEffect, useState } from 'react';
import { useKeys } from '../components/useKeys.ts';
import { DropTarget } from '../features/library/DropTarget.tsx';
import { CallOffer } from '../features/live/start/CallOffer.tsx';
import { useIntents } from '../intents/intents.ts';
import { goTo, menu, usePage } from '../state/page.ts';
import { Header } from './Header.tsx';
import { NoticeList } from './NoticeList.tsx';
import { Screen } from './Screen.tsx';
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
    const name = menu[Number(key) - 1];
    if (key === '?') setHelpOpened(true);
    else if (name) goTo({ name });
    else return false;
    return true;
  });

  if (page.name === 'compact') return <Screen page={page} />;
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
