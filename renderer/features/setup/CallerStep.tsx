import { ErrorNote } from '../../components/ErrorNote.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SourceField } from '../../components/SourceField.tsx';
import { useListening } from '../../components/useListening.ts';
import { fieldValueOf } from '../../state/sourceChoice.ts';
import { useSourceStore } from '../../state/sourceStore.ts';
import { setupWords } from './setupWords.ts';

const words = setupWords.caller;

export function CallerStep() {
  const agent = useSourceStore((state) => fieldValueOf(state.sources.agent.choice));
  const customer = useSourceStore((state) => fieldValueOf(state.sources.customer.choice));

  useListening();

  return (
    <Panel label={words.heading} className="setup-panel">
      <SourceField party="customer" label={words.caller} hint={words.hint} />
      {customer !== 'none' && customer === agent && <ErrorNote message={words.same} />}
      {customer === 'none' && <p className="note">{words.without}</p>}
    </Panel>
  );
}
