import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PracticeCatalogue } from '../../../../contract/practiceContract.ts';
import { type Exercise, exerciseKey } from '../../../../core/model/practiceAttempt.ts';
import type { Assignment, PracticePlan } from '../../../../core/model/practicePlan.ts';
import { saveJson } from '../../../components/saveJson.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { exerciseName } from '../exerciseName.ts';
import { practiceWords } from '../practiceWords.ts';

const words = practiceWords.plan.make;
const usual = { minScore: 70, attempts: 3, dueOn: null } as const;

/** For a coach: makes a file that says what a trainee is to practise. */
export function PlanMaker({ onDone }: { readonly onDone: () => void }) {
  const catalogue = usePracticeStore((state) => state.catalogue);
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [selected, setSelected] = useState<readonly Assignment[]>([]);
  const save = () => {
    const planId = crypto.randomUUID();
    const plan: PracticePlan = {
      schema: 'softspoken.practice-plan/1',
      planId,
      title,
      note,
      assignments: [...selected],
    };
    saveJson(plan, `${title}.practice-plan.json`);
    onDone();
  };
  return (
    <article className="plan plan-maker">
      <h3>{words.heading}</h3>
      <TextInput label={words.title} maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
      <TextInput label={words.note} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      <table className="attempt-table">
        <caption>{words.exercises}</caption>
        <thead>
          <tr>
            {Object.values(words.columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exercisesOf(catalogue).map((exercise) => (
            <AssignmentRow
              key={exerciseKey(exercise)}
              name={exerciseName(exercise, catalogue)}
              exercise={exercise}
              selected={selected}
              onSelected={setSelected}
            />
          ))}
        </tbody>
      </table>
      <div className="plan-actions">
        <Button radius="xl" disabled={title.trim() === '' || selected.length === 0} onClick={save}>
          {words.save}
        </Button>
        <Button radius="xl" variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </article>
  );
}

function exercisesOf(catalogue: PracticeCatalogue | undefined): readonly Exercise[] {
  const scenarios = catalogue?.scenarios.map(({ id }): Exercise => ({ kind: 'scenario', id })) ?? [];
  return [...scenarios, ...(catalogue?.drills.map(({ id }): Exercise => ({ kind: 'drill', id })) ?? [])];
}

interface AssignmentRowProps {
  readonly name: string;
  readonly exercise: Exercise;
  readonly selected: readonly Assignment[];
  readonly onSelected: (selected: readonly Assignment[]) => void;
}

function AssignmentRow({ name, exercise, selected, onSelected }: AssignmentRowProps) {
  const isThis = ({ exercise: other }: Assignment) => exerciseKey(other) === exerciseKey(exercise);
  const own = selected.find(isThis);
  const { minScore, attempts, dueOn } = own ?? usual;
  const change = (part: Partial<Assignment>) =>
    onSelected(selected.map((assignment) => (isThis(assignment) ? { ...assignment, ...part } : assignment)));
  const number = (label: string, value: number, least: number, onValue: (value: number) => void) => (
    <TextInput
      type="number"
      size="xs"
      aria-label={label}
      min={least}
      max={100}
      disabled={!own}
      value={value}
      onChange={({ target }) =>
        target.validity.valid && target.value !== '' && onValue(Math.round(Number(target.value)))
      }
    />
  );
  return (
    <tr>
      <td>
        <Checkbox
          label={name}
          checked={own !== undefined}
          onChange={({ currentTarget: { checked } }) =>
            onSelected(
              checked ? [...selected, { exercise, ...usual }] : selected.filter((assignment) => !isThis(assignment)),
            )
          }
        />
      </td>
      <td data-column={words.columns.score}>
        {number(words.score({ name }), minScore, 0, (value) => change({ minScore: value }))}
      </td>
      <td data-column={words.columns.attempts}>
        {number(words.attempts({ name }), attempts, 1, (value) => change({ attempts: value }))}
      </td>
      <td data-column={words.columns.due}>
        <TextInput
          type="date"
          size="xs"
          aria-label={words.due({ name })}
          disabled={!own}
          value={dueOn ?? ''}
          onChange={({ target: { value } }) => change({ dueOn: value === '' ? null : value })}
        />
      </td>
    </tr>
  );
}
