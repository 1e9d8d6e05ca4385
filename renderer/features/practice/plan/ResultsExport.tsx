import { Button, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { exerciseKey } from '../../../../core/model/practiceAttempt.ts';
import type { PracticePlan, PracticeResults } from '../../../../core/model/practicePlan.ts';
import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { isPassphraseReady, PassphraseFields } from '../../../components/PassphraseFields.tsx';
import { useIntents } from '../../../intents/intents.ts';
import { useExportStore } from '../../../state/exportStore.ts';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { exerciseName } from '../exerciseName.ts';
import { practiceWords } from '../practiceWords.ts';

const words = practiceWords.plan.exporting;

/** Shows which results of a plan go back to the coach before it exports them, encrypted. */
export function ResultsExport({ plan, onDone }: { readonly plan: PracticePlan; readonly onDone: () => void }) {
  const { practice, exports } = useIntents();
  const catalogue = usePracticeStore((state) => state.catalogue);
  const { isWorking, made, error } = useExportStore();
  const [results, setResults] = useState<PracticeResults>();
  const [note, setNote] = useState('');
  const [pair, setPair] = useState({ passphrase: '', again: '' });
  const { planId } = plan;
  useEffect(() => {
    exports.forget();
    void practice.results(planId).then(setResults);
  }, [practice, exports, planId]);

  const exercises = plan.assignments.map(({ exercise }) => ({
    key: exerciseKey(exercise),
    name: exerciseName(exercise, catalogue),
    attempts:
      results?.attempts.filter((attempt) => exerciseKey(attempt.exercise) === exerciseKey(exercise)).length ?? 0,
  }));
  const hasAttempts = exercises.some(({ attempts }) => attempts > 0);
  const canSave = hasAttempts && !isWorking && isPassphraseReady(pair);
  return (
    <section className="results-export" aria-label={practiceWords.plan.export}>
      <h4>{words.preview}</h4>
      {results && !hasAttempts && <p className="practice-note">{words.nothing}</p>}
      {hasAttempts && (
        <>
          <ul>
            {exercises.map(({ key, name, attempts }) => (
              <li key={key}>{words.attempts({ name, count: attempts })}</li>
            ))}
          </ul>
          <p className="practice-note">{words.holds}</p>
        </>
      )}
      <Textarea
        label={words.note}
        rows={1}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <PassphraseFields pair={pair} onPair={setPair} />
      {error && <ErrorNote title={words.failed} message={error.message} />}
      <div className="plan-actions">
        <Button
          radius="xl"
          disabled={!canSave}
          onClick={() => void exports.save({ format: 'practice-results', planId, note, passphrase: pair.passphrase })}
        >
          {isWorking ? words.working : words.save}
        </Button>
        <Button radius="xl" variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
        <p role="status">{made && words.done({ file: made.fileName })}</p>
      </div>
    </section>
  );
}
