import { useEffect } from 'react';
import { useIntents } from '../../intents/intents.ts';
import { usePracticeStore } from '../../state/practiceStore.ts';
import { RunningExercise } from './exercise/RunningExercise.tsx';
import { PracticeHub } from './hub/PracticeHub.tsx';
import './practice.css';

export function PracticePage() {
  const { practice } = useIntents();
  const isRunning = usePracticeStore(({ run }) => run.phase === 'running' || run.phase === 'stopping');

  useEffect(() => {
    void practice.load();
  }, [practice]);

  return isRunning ? <RunningExercise /> : <PracticeHub />;
}
