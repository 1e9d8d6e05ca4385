import { Anchor, Button } from '@mantine/core';
import { useEffect } from 'react';
import { useIntents } from '../intents/intents.ts';
import { useFollowUpStore } from '../state/followUpStore.ts';
import { hashOf } from '../state/page.ts';
import { format } from '../text/format.ts';
import { isoDay } from '../text/isoDay.ts';
import { followUpWords as words } from './followUpWords.ts';
import './followUpsDue.css';

const mostShown = 3;

/** A line for each call whose follow-up is due; nothing if there is none. */
export function FollowUpsDue() {
  const { calls } = useIntents();
  const due = useFollowUpStore((state) => state.due);
  useEffect(() => {
    void calls.fetchFollowUps();
  }, [calls]);

  if (due.length === 0) return null;
  const today = isoDay(new Date());
  return (
    <ul className="follow-ups" aria-label={words.reminder}>
      {due.slice(0, mostShown).map(({ callId, title, followUpOn }) => (
        <li key={callId}>
          <span>
            {followUpOn === null || followUpOn === today
              ? words.today
              : words.since({ day: format.recentDay(new Date(`${followUpOn}T00:00`), new Date()) })}{' '}
            <Anchor inherit href={hashOf({ name: 'call', callId })}>
              {title}
            </Anchor>
          </span>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={words.doneWith({ title })}
            onClick={() => void calls.setFollowUp(callId, null)}
          >
            {words.done}
          </Button>
        </li>
      ))}
      {due.length > mostShown && <li>{words.more({ count: due.length - mostShown })}</li>}
    </ul>
  );
}
