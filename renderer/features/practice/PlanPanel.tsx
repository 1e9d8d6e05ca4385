import { Button, FileButton } from '@mantine/core';
import type { PracticeProgress } from '../../../contract/practiceContract.ts';
import { type Exercise, exerciseKey } from '../../../core/model/practiceAttempt.ts';
import { useIntents } from '../../api/intents.ts';
import { saveJson } from '../../components/saveJson.ts';
import { usePracticeStore } from '../../state/practiceStore.ts';
import { exerciseName } from './exerciseName.ts';
import { practiceWords } from './practiceWords.ts';

const words = practiceWords.plan;

type PlanInProgress = PracticeProgress['plans'][number];
type StartProps = { readonly onStart: (exercise: Exercise) => void };

/** What a coach asks for: taken in from a file, given back as one. */
export function PlanPanel({ onStart }: StartProps) {
  const { practice } = useIntents();
  const plans = usePracticeStore(({ progress }) => progress?.plans) ?? [];
  return (
    <section aria-label={words.heading}>
      <h2 className="practice-heading">{words.heading}</h2>
      {plans.length === 0 && <p className="practice-note">{words.none}</p>}
      {plans.map((inProgress) => (
        <Plan key={inProgress.plan.planId} {...inProgress} onStart={onStart} />
      ))}
      <FileButton accept="application/json,.json" onChange={(file) => file && void practice.importPlan(file)}>
        {(props) => (
          <Button {...props} variant="default" radius="xl">
            {words.import}
          </Button>
        )}
      </FileButton>
    </section>
  );
}

function Plan({ plan, assignments, onStart }: PlanInProgress & StartProps) {
  const { practice } = useIntents();
  const catalogue = usePracticeStore((state) => state.catalogue);
  const exportResults = async () => {
    const results = await practice.results(plan.planId);
    if (results) saveJson(results, `${plan.title}.results.json`);
  };
  return (
    <article className="plan">
      <h3>{plan.title}</h3>
      {plan.note && <p>{plan.note}</p>}
      <ul className="plan-list">
        {assignments.map(({ assignment, reached, isDone, isOverdue }) => {
          const name = exerciseName(assignment.exercise, catalogue);
          return (
            <li key={exerciseKey(assignment.exercise)}>
              <span className="plan-name">{name}</span>
              <span className="plan-state" data-state={isDone ? 'done' : isOverdue ? 'overdue' : 'open'}>
                {words.reached(reached, assignment.attempts, assignment.minScore)}
                {assignment.dueOn !== null && `, ${words.due(dayOf(assignment.dueOn))}`}
                {isDone && ` · ${words.done}`}
                {isOverdue && ` · ${words.overdue}`}
              </span>
              <Button
                size="xs"
                radius="xl"
                variant="default"
                aria-label={`${practiceWords.start}: ${name}`}
                onClick={() => onStart(assignment.exercise)}
              >
                {practiceWords.start}
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="plan-actions">
        <Button radius="xl" onClick={() => void exportResults()}>
          {words.export}
        </Button>
        <Button
          radius="xl"
          variant="subtle"
          color="var(--ss-ink-soft)"
          onClick={() => void practice.removePlan(plan.planId)}
        >
          {words.remove}
        </Button>
      </div>
    </article>
  );
}

/** A day of the calendar as people write it. */
function dayOf(date: string): string {
  return new Date(`${date}T00:00:00`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
}
