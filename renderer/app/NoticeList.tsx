import { ErrorNote } from '../components/ErrorNote.tsx';
import { useIntents } from '../intents/intents.ts';
import { useNoticeStore } from '../state/noticeStore.ts';
import { appWords } from './appWords.ts';

/** Events of the background, above every screen until they are dismissed. */
export function NoticeList() {
  const { notices: intents } = useIntents();
  const notices = useNoticeStore((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <ul className="notices" aria-label={appWords.notices}>
      {notices.map(({ noticeId, message }) => (
        <li key={noticeId}>
          <ErrorNote message={message} onClose={() => void intents.dismiss(noticeId)} />
        </li>
      ))}
    </ul>
  );
}
