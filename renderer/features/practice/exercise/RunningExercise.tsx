import { ErrorNote } from '../../../components/ErrorNote.tsx';
import { usePracticeStore } from '../../../state/practiceStore.ts';
import { practiceWords } from '../practiceWords.ts';
import { DrillScreen } from './DrillScreen.tsx';
import { RecordingScreen } from './RecordingScreen.tsx';
import { SimulatorScreen } from './SimulatorScreen.tsx';

/** The attempt in progress. */
export function RunningExercise() {
  const { run, catalogue } = usePracticeStore();
  if (run.phase !== 'running' && run.phase !== 'stopping') return null;
  const { attempt } = run;
  const { exercise } = attempt.session;
  const scenario = catalogue?.scenarios.find(({ id }) => exercise.kind === 'scenario' && id === exercise.id);
  const drill = catalogue?.drills.find(({ id }) => exercise.kind === 'drill' && id === exercise.id);
  return (
    <div className="run">
      {attempt.trouble !== '' && <ErrorNote message={attempt.trouble} />}
      {attempt.bleeds && <ErrorNote message={practiceWords.run.bleed} />}
      {scenario && <SimulatorScreen attempt={attempt} scenario={scenario} />}
      {drill && <DrillScreen attempt={attempt} drill={drill} />}
      {exercise.kind === 'recording' && <RecordingScreen attempt={attempt} passageId={exercise.id} />}
    </div>
  );
}
