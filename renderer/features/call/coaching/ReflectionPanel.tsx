import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import type { Reflection } from '../../../../core/model/reflection.ts';
import { FollowUpField } from '../../../components/FollowUpField.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { useIntents } from '../../../intents/intents.ts';
import { callWords } from '../callWords.ts';

interface ReflectionPanelProps {
  readonly callId: string;
  readonly reflection: Reflection;
  /** ISO 8601 date */
  readonly followUpOn: string | null;
}

const words = callWords.coaching;

/** The agent's own reflection. Each answer is saved as soon as it is given. */
export function ReflectionPanel({ callId, reflection, followUpOn }: ReflectionPanelProps) {
  const { notes, calls } = useIntents();
  const box = (field: 'workedWell' | 'couldBeImproved' | 'answerNote') => (
    <Textarea
      label={words[field]}
      rows={field === 'answerNote' ? 1 : 2}
      maxLength={4000}
      defaultValue={reflection[field]}
      onBlur={({ currentTarget: { value } }) => {
        if (value !== reflection[field]) void notes.changeReflection({ [field]: value });
      }}
    />
  );
  return (
    <Panel label={words.reflection} heading className="reflection">
      {box('workedWell')}
      {box('couldBeImproved')}
      <NativeSelect
        label={words.answer}
        value={reflection.answer ?? 'none'}
        data={(['none', 'acknowledged', 'contested'] as const).map((value) => ({ value, label: words.answers[value] }))}
        onChange={({ currentTarget: { value } }) =>
          void notes.changeReflection({ answer: value === 'acknowledged' || value === 'contested' ? value : null })
        }
      />
      {reflection.answer !== null && box('answerNote')}
      <Checkbox
        label={words.policy}
        description={words.policyHint}
        checked={reflection.isPolicyNotVoice}
        onChange={({ currentTarget }) => void notes.changeReflection({ isPolicyNotVoice: currentTarget.checked })}
      />
      <FollowUpField followUpOn={followUpOn} onChange={(day) => calls.setFollowUp(callId, day)} />
    </Panel>
  );
}
