import { Button, Popover, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { CallDetail } from '../../../../contract/callContract.ts';
import { useIntents } from '../../../intents/intents.ts';
import { callWords } from '../callWords.ts';

const words = callWords.facts;

interface CallFactsProps {
  readonly call: Pick<CallDetail, 'callId' | 'title' | 'agent' | 'tags'>;
}

/** Edits a call's title, agent and tags. */
export function CallFacts({ call }: CallFactsProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal={false}>
      <Popover.Target>
        <Button
          variant="default"
          title={words.editHint}
          leftSection={<IconPencil size={18} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {words.edit}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <FactsForm call={call} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface FactsFormProps extends CallFactsProps {
  readonly onDone: () => void;
}

function FactsForm({ call, onDone }: FactsFormProps) {
  const { calls } = useIntents();
  const [title, setTitle] = useState(call.title);
  const [agent, setAgent] = useState(call.agent ?? '');
  const [tags, setTags] = useState(call.tags.join(', '));

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    onDone();
    void calls.setFacts(call.callId, {
      title: title.trim(),
      agent: agent.trim() || null,
      tags: tags.split(',').flatMap((tag) => tag.trim() || []),
    });
  };
  const field = (label: string, value: string, onValue: (value: string) => void, maxLength: number) => (
    <TextInput
      label={label}
      value={value}
      maxLength={maxLength}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
    />
  );
  return (
    <form className="call-facts" onSubmit={save}>
      {field(words.title, title, setTitle, 300)}
      {field(words.agent, agent, setAgent, 100)}
      {field(words.tags, tags, setTags, 1_000)}
      <Button type="submit" disabled={title.trim() === ''}>
        {words.save}
      </Button>
    </form>
  );
}
