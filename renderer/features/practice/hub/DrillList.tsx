import type { Exercise } from '../../../../core/model/practiceAttempt.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { practiceWords } from '../practiceWords.ts';
import { ExerciseCard } from './ExerciseCard.tsx';

export function DrillList({ onStart }: { readonly onStart: (exercise: Exercise) => void }) {
  const drills = usePracticeStore(({ catalogue }) => catalogue?.drills) ?? [];
  return (
    <section aria-label={practiceWords.drillsHeading}>
      <h2 className="practice-heading">{practiceWords.drillsHeading}</h2>
      <div className="exercises">
        {drills.map(({ id, phases }) => (
          <ExerciseCard
            key={id}
            exercise={{ kind: 'drill', id }}
            name={practiceWords.drills[id].name}
            kicker={practiceWords.seconds({ seconds: phases.reduce((sum, { seconds }) => sum + seconds, 0) })}
            onStart={onStart}
          >
            <p>{practiceWords.drills[id].lead}</p>
          </ExerciseCard>
        ))}
      </div>
    </section>
  );
}
