import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PracticeProgress } from '../../../../contract/practiceContract.ts';
import { type Exercise, exerciseKey } from '../../../../core/model/practiceAttempt.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { useSourceStore } from '../../../state/sourceStore.ts';
import { practiceWords } from '../practiceWords.ts';

interface ExerciseCardProps {
  readonly exercise: Exercise;
  readonly name: string;
  readonly kicker?: string;
  readonly action?: string;
  readonly children: ReactNode;
  readonly onStart: (exercise: Exercise) => void;
}

/** An exercise to start, with the trainee's progress. */
export function ExerciseCard({ exercise, name, kicker, action, children, onStart }: ExerciseCardProps) {
  const isStarting = usePracticeStore(({ run }) => run.phase === 'starting');
  const hasMicrophone = useSourceStore(({ sources }) => sources.agent.choice.kind !== 'none');
  const tried = usePracticeStore(({ progress }) =>
    progress?.exercises.find((other) => exerciseKey(other.exercise) === exerciseKey(exercise)),
  );
  return (
    <article className="exercise">
      {kicker && <p className="exercise-kicker">{kicker}</p>}
      <h3>{name}</h3>
      {children}
      <div className="exercise-foot">
        <p className="exercise-state">{stateOf(tried)}</p>
        <Button
          radius="xl"
          size="sm"
          disabled={isStarting || !hasMicrophone}
          aria-label={practiceWords.startNamed({ action: action ?? practiceWords.start, name })}
          onClick={() => onStart(exercise)}
        >
          {isStarting ? practiceWords.starting : (action ?? practiceWords.start)}
        </Button>
      </div>
    </article>
  );
}

/** A recording has neither level nor score. */
function stateOf(tried: PracticeProgress['exercises'][number] | undefined): string {
  if (!tried) return practiceWords.untried;
  if (tried.exercise.kind === 'recording') return practiceWords.recording.times({ count: tried.attempts });
  const { level, best } = tried;
  return best === null ? practiceWords.level({ level }) : practiceWords.levelAndBest({ level, best });
}
