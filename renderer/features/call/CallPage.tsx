import { useEffect } from 'react';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { useIntents } from '../../intents/intents.ts';
import { useCallStore } from '../../state/callStore.ts';
import { callWords } from './callWords.ts';
import { CallSummary } from './summary/CallSummary.tsx';

interface SummaryPageProps {
  readonly callId: string;
  readonly isReadOnly?: boolean;
}

export function CallPage({ callId, isReadOnly = false }: SummaryPageProps) {
  const { calls } = useIntents();
  const opened = useCallStore();

  useEffect(() => {
    void calls.open(callId);
  }, [calls, callId]);

  if (opened.phase === 'ready' && opened.callId === callId)
    return <CallSummary call={opened.call} isReadOnly={isReadOnly} />;
  if (opened.phase === 'failed') return <ErrorNote title={callWords.failed} message={opened.error.message} />;
  return <p role="status">{callWords.loading}</p>;
}
