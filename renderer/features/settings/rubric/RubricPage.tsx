import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { TeamRubric } from '../../../../contract/reviewContract.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { useIntents } from '../../../intents/intents.ts';
import { useRubricStore } from '../../../state/rubricStore.ts';
import { CriterionEditor } from './CriterionEditor.tsx';
import { isComplete, withMoved, withNewCriterion } from './rubricDraft.ts';
import { rubricWords as words } from './rubricWords.ts';
import './rubric.css';

/** The rubric that coaches score calls by: the criteria with their words, weights and order. */
export function RubricPage() {
  const { review } = useIntents();
  const { team, error } = useRubricStore();

  useEffect(() => {
    void review.openRubric();
  }, [review]);

  return (
    <div className="rubric-page">
      <h1>{words.title}</h1>
      <p className="rubric-lead">{words.lead}</p>
      {error && <ErrorNote title={words.failed} message={error.message} />}
      {team && <RubricEditor key={team.rubric.id} team={team} />}
    </div>
  );
}

function RubricEditor({ team: { rubric, isDefault } }: { readonly team: TeamRubric }) {
  const { review } = useIntents();
  const [name, setName] = useState(rubric.name);
  const [criteria, setCriteria] = useState(rubric.criteria);
  const draft = { name, criteria };
  const isChanged = JSON.stringify(draft) !== JSON.stringify({ name: rubric.name, criteria: rubric.criteria });
  const reset = () => {
    setName(rubric.name);
    setCriteria(rubric.criteria);
    if (!isDefault) void review.resetRubric();
  };
  return (
    <>
      <Panel label={words.title} className="rubric-editor">
        <TextInput
          label={words.name}
          maxLength={120}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <ol className="rubric-list">
          {criteria.map((criterion, index) => (
            <CriterionEditor
              key={criterion.id}
              criterion={criterion}
              position={index + 1}
              isLast={index === criteria.length - 1}
              isOnly={criteria.length === 1}
              onChange={(changed) => setCriteria(criteria.with(index, changed))}
              onMove={(by) => setCriteria(withMoved(criteria, index, by))}
              onRemove={() => setCriteria(criteria.toSpliced(index, 1))}
            />
          ))}
        </ol>
        <Button
          className="rubric-add"
          variant="default"
          leftSection={<IconPlus size={17} aria-hidden />}
          disabled={criteria.length >= 40}
          onClick={() => setCriteria(withNewCriterion(criteria))}
        >
          {words.add}
        </Button>
      </Panel>
      <div className="rubric-foot">
        <Button disabled={!isChanged || !isComplete(draft)} onClick={() => void review.saveRubric(draft)}>
          {words.save}
        </Button>
        <Button variant="default" disabled={isDefault && !isChanged} onClick={reset}>
          {words.reset}
        </Button>
        <p className="note" role="status">
          {isComplete(draft) ? !isChanged && words.saved : words.incomplete}
        </p>
      </div>
    </>
  );
}
