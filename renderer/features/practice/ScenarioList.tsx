import type { Exercise } from '../../../core/model/practiceAttempt.ts';
import { usePracticeStore } from '../../state/practiceStore.ts';
import { ExerciseCard } from './ExerciseCard.tsx';
import { practiceWords } from './practiceWords.ts';

export function ScenarioList({ onStart }: { readonly onStart: (exercise: Exercise) => void }) {
  const scenarios = usePracticeStore(({ catalogue }) => catalogue?.scenarios) ?? [];
  return (
    <section aria-label={practiceWords.callers.heading}>
      <h2 className="practice-heading">{practiceWords.callers.heading}</h2>
      <div className="exercises">
        {scenarios.map(({ id, title, trade, situation, practices }) => (
          <ExerciseCard key={id} exercise={{ kind: 'scenario', id }} name={title} kicker={trade} onStart={onStart}>
            <p>{situation}</p>
            <ul className="exercise-practices" aria-label={practiceWords.callers.trains}>
              {practices.map((practice) => (
                <li key={practice}>{practiceWords.practices[practice]}</li>
              ))}
            </ul>
          </ExerciseCard>
        ))}
      </div>
    </section>
  );
}
