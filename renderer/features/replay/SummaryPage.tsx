import { useEffect } from 'react';
import { useIntents } from '../../api/intents.ts';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { useCallStore } from '../../state/callStore.ts';
import { CallSummary } from './summary/CallSummary.tsx';
import { summaryWords } from './summaryWords.ts';

interface SummaryPageProps {
  readonly callId: string;
  readonly isReadOnly?: boolean;
}

export function SummaryPage({ callId, isReadOnly = false }: SummaryPageProps) {
  const { calls } = useIntents();
  const opened = useCallStore();

  useEffect(() => {
    void calls.open(callId);
  }, [calls, callId]);

  if (opened.phase === 'ready' && opened.callId === callId)
    return <CallSummary call={opened.call} isReadOnly={isReadOnly} />;
  if (opened.phase === 'failed') return <ErrorNote title={summaryWords.failed} message={opened.error.message} />;
  return <p role="status">{summaryWords.loading}</p>;
}
