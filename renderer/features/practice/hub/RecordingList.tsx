import type { Exercise } from '../../../../core/model/practiceAttempt.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { passageName } from '../exerciseName.ts';
import { practiceWords } from '../practiceWords.ts';
import { ExerciseCard } from './ExerciseCard.tsx';

const words = practiceWords.recording;

/** Recordings of the trainee's own voice: free speech, or a passage with a guide. */
export function RecordingList({ onStart }: { readonly onStart: (exercise: Exercise) => void }) {
  const passages = usePracticeStore(({ catalogue }) => catalogue?.passages) ?? [];
  return (
    <section aria-label={words.heading}>
      <h2 className="practice-heading">{words.heading}</h2>
      <p className="practice-note">{words.lead}</p>
      <div className="exercises">
        <ExerciseCard
          exercise={{ kind: 'recording', id: 'free' }}
          name={words.free}
          action={words.record}
          onStart={onStart}
        >
          <p>{words.freeLead}</p>
        </ExerciseCard>
        {passages.map(({ id, text }) => (
          <ExerciseCard
            key={id}
            exercise={{ kind: 'recording', id }}
            name={passageName(id) ?? id}
            action={words.record}
            onStart={onStart}
          >
            <p>{text.slice(0, text.indexOf('.') + 1)} …</p>
          </ExerciseCard>
        ))}
      </div>
    </section>
  );
}
