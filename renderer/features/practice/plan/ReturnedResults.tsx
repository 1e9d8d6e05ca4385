import { Button } from '@mantine/core';
import { missing } from '../../../../core/messages/formatter.ts';
import { exerciseKey } from '../../../../core/model/practiceAttempt.ts';
import { useIntents } from '../../../intents/intents.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { format } from '../../../text/format.ts';
import { exerciseName } from '../exerciseName.ts';
import { practiceWords } from '../practiceWords.ts';

const words = practiceWords.plan.returned;

/** For a coach: the results of their plans. */
export function ReturnedResults() {
  const { practice } = useIntents();
  const { progress, catalogue } = usePracticeStore();
  const returned = progress?.returned ?? [];
  if (returned.length === 0) return null;
  return (
    <section aria-label={words.heading}>
      <h2 className="practice-heading">{words.heading}</h2>
      {returned.map(({ resultsId, planTitle, note, exportedAt, exercises }) => (
        <article key={resultsId} className="plan">
          <h3>{words.from({ plan: planTitle, day: format.dayOfMonth(new Date(exportedAt)) })}</h3>
          {note && <p>{note}</p>}
          <table className="attempt-table">
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
              {exercises.map(({ exercise, attempts, best, last }) => (
                <tr key={exerciseKey(exercise)}>
                  <td>{exerciseName(exercise, catalogue)}</td>
                  <td>{attempts}</td>
                  <td>{best ?? missing}</td>
                  <td>{last ?? missing}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="plan-actions">
            <Button
              radius="xl"
              variant="subtle"
              color="var(--ss-ink-soft)"
              onClick={() => void practice.removeReturned(resultsId)}
            >
              {words.remove}
            </Button>
          </div>
        </article>
      ))}
    </section>
  );
}
