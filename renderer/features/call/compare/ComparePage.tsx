import { NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import type { CallListItem } from '../../../../contract/callContract.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { useIntents } from '../../../intents/intents.ts';
import { useComparisonStore } from '../../../state/comparisonStore.ts';
import { goTo, hashOf } from '../../../state/page.ts';
import { format } from '../../../text/format.ts';
import { CallsOnOneAxis } from './CallsOnOneAxis.tsx';
import { compareWords as words } from './compareWords.ts';
import { PastTable, TwoCallsTable } from './MeasureTables.tsx';
import './compare.css';

interface ComparePageProps {
  readonly callId: string;
  /** Undefined for the agent's own past. */
  readonly otherId: string | undefined;
}

/** A call next to another one, or next to the agent's usual values. */
export function ComparePage({ callId, otherId }: ComparePageProps) {
  const { review } = useIntents();
  const compared = useComparisonStore();

  useEffect(() => {
    void review.compare(callId, otherId);
  }, [review, callId, otherId]);

  if (compared.phase === 'failed') return <ErrorNote title={words.failed} message={compared.error.message} />;
  if (compared.phase === 'loading') return <p role="status">{words.loading}</p>;
  const { call, choices } = compared;
  return (
    <div className="compare">
      <header className="compare-head">
        <div>
          <h1>{words.title}</h1>
          <p>
            <a href={hashOf({ name: 'call', callId: call.callId })}>{call.title}</a>
          </p>
        </div>
        <NativeSelect
          label={words.with}
          value={otherId ?? ''}
          data={[{ value: '', label: words.past }, ...choicesOf(choices, otherId)]}
          onChange={({ currentTarget: { value } }) => goTo({ name: 'compare', callId, otherId: value || undefined })}
        />
      </header>
      {compared.phase === 'two' ? (
        <>
          <TwoCallsTable measures={compared.measures} />
          <CallsOnOneAxis call={call} other={compared.other} />
        </>
      ) : (
        <PastTable past={compared.past} />
      )}
    </div>
  );
}

function choicesOf(choices: readonly CallListItem[], otherId: string | undefined) {
  const listed = choices.map(({ callId, title, startedAt }) => ({
    value: callId,
    label: words.call({ title, day: format.day(new Date(startedAt)) }),
  }));
  // A selected call too old for the list stays selected.
  const isListed = otherId === undefined || choices.some(({ callId }) => callId === otherId);
  return isListed ? listed : [...listed, { value: otherId, label: words.other }];
}
