import type { PracticeCatalogue } from '../../../contract/practiceContract.ts';
import type { Exercise } from '../../../core/model/practiceAttempt.ts';
import { practiceWords } from './practiceWords.ts';

/** Returns an exercise's name on screen; an unknown scenario is shown by its id. */
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

/** Undefined if the id names no passage, as for speaking freely. */
export function passageName(id: string): string | undefined {
  return passages[id];
}
