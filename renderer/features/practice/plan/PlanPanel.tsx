import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { PracticeProgress } from '../../../../contract/practiceContract.ts';
import { type Exercise, exerciseKey } from '../../../../core/model/practiceAttempt.ts';
import { useIntents } from '../../../intents/intents.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { format } from '../../../text/format.ts';
import { exerciseName } from '../exerciseName.ts';
import { practiceWords } from '../practiceWords.ts';
import { PlanMaker } from './PlanMaker.tsx';
import { ResultsExport } from './ResultsExport.tsx';
import { ReturnedResults } from './ReturnedResults.tsx';

const words = practiceWords.plan;

type PlanInProgress = PracticeProgress['plans'][number];
type StartProps = { readonly onStart: (exercise: Exercise) => void };

/** A coach's assignments: imported from a file, with results exported as one; and the coach's own view of them. */
export function PlanPanel({ onStart }: StartProps) {
  const { practice } = useIntents();
  const plans = usePracticeStore(({ progress }) => progress?.plans) ?? [];
  const [isMaking, setIsMaking] = useState(false);
  return (
    <div className="plans">
      <section aria-label={words.heading}>
        <h2 className="practice-heading">{words.heading}</h2>
        {plans.length === 0 && <p className="practice-note">{words.none}</p>}
        {plans.map((inProgress) => (
          <Plan key={inProgress.plan.planId} {...inProgress} onStart={onStart} />
        ))}
        <div className="plan-actions">
          <FileButton accept="application/json,.json" onChange={(file) => file && void practice.importPlan(file)}>
            {(props) => (
              <Button {...props} variant="default" radius="xl">
                {words.import}
              </Button>
            )}
          </FileButton>
          {!isMaking && (
            <Button variant="default" radius="xl" onClick={() => setIsMaking(true)}>
              {words.make.open}
            </Button>
          )}
        </div>
        {isMaking && <PlanMaker onDone={() => setIsMaking(false)} />}
      </section>
      <ReturnedResults />
    </div>
  );
}

function Plan({ plan, assignments, onStart }: PlanInProgress & StartProps) {
  const { practice } = useIntents();
  const catalogue = usePracticeStore((state) => state.catalogue);
  const [isExporting, setIsExporting] = useState(false);
  return (
    <article className="plan">
      <h3>{plan.title}</h3>
      {plan.note && <p>{plan.note}</p>}
      <ul className="plan-list">
        {assignments.map((progressed) => {
          const { assignment, isDone, isOverdue } = progressed;
          const name = exerciseName(assignment.exercise, catalogue);
          return (
            <li key={exerciseKey(assignment.exercise)}>
              <span className="plan-name">{name}</span>
              <span className="plan-state" data-state={isDone ? 'done' : isOverdue ? 'overdue' : 'open'}>
                {stateOf(progressed)}
              </span>
              <Button
                size="xs"
                radius="xl"
                variant="default"
                aria-label={practiceWords.startNamed({ action: practiceWords.start, name })}
                onClick={() => onStart(assignment.exercise)}
              >
                {practiceWords.start}
              </Button>
            </li>
          );
        })}
      </ul>
      {isExporting ? (
        <ResultsExport plan={plan} onDone={() => setIsExporting(false)} />
      ) : (
        <div className="plan-actions">
          <Button radius="xl" onClick={() => setIsExporting(true)}>
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
      )}
    </article>
  );
}

/** Returns the progress with the due date, and marks an assignment that is overdue. */
function stateOf({ assignment, reached, isDone, isOverdue }: PlanInProgress['assignments'][number]): string {
  const { attempts, minScore, dueOn } = assignment;
  const counted = words.reached({ reached, attempts, score: minScore });
  const due =
    dueOn === null
      ? counted
      : words.reachedBy({ reached: counted, day: format.dayOfMonth(new Date(`${dueOn}T00:00`)) });
  if (isDone) return words.state({ reached: due, state: words.done });
  return isOverdue ? words.state({ reached: due, state: words.overdue }) : due;
}
