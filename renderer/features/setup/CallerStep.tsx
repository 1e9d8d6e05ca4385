import { useEffect } from 'react';
import { useIntents } from '../../api/intents.ts';
import { ErrorNote } from '../../components/ErrorNote.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SourceField } from '../../components/SourceField.tsx';
import { fieldValueOf } from '../../state/sourceChoice.ts';
import { useSourceStore } from '../../state/sourceStore.ts';
import { setupWords } from './setupWords.ts';

const words = setupWords.caller;

export function CallerStep() {
  const { sources } = useIntents();
  const agent = useSourceStore((state) => fieldValueOf(state.sources.agent.choice));
  const customer = useSourceStore((state) => fieldValueOf(state.sources.customer.choice));

  useEffect(() => {
    void sources.listen();
    return () => sources.rest();
  }, [sources]);

  return (
    <Panel label={words.heading} className="setup-panel">
      <SourceField party="customer" label={words.caller} hint={words.hint} />
      {customer !== 'none' && customer === agent && <ErrorNote message={words.same} />}
      {customer === 'none' && <p className="setup-note">{words.without}</p>}
    </Panel>
  );
}
