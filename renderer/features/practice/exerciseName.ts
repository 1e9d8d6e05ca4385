import type { PracticeCatalogue } from '../../../contract/practiceContract.ts';
import type { Exercise } from '../../../core/model/practiceAttempt.ts';
import { practiceWords } from './practiceWords.ts';

/** What an exercise is called on the screen; a scenario that is not there keeps its id. */
export function exerciseName(exercise: Exercise, catalogue: PracticeCatalogue | undefined): string {
  switch (exercise.kind) {
    case 'scenario':
      return catalogue?.scenarios.find(({ id }) => id === exercise.id)?.title ?? exercise.id;
    case 'drill':
      return practiceWords.drills[exercise.id].name;
    case 'recording':
      return passageName(exercise.id) ?? practiceWords.recording.free;
  }
}

const passages: Readonly<Record<string, string>> = practiceWords.recording.passages;

/** Undefined for what is no passage, such as speaking freely. */
export function passageName(id: string): string | undefined {
  return passages[id];
}
