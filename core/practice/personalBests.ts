import { exerciseKey, type PracticeAttempt } from '../model/practiceAttempt.ts';

/** Returns the best attempt at each exercise by its key: the highest level, then the highest score, then the earliest. */
export function personalBests(attempts: readonly PracticeAttempt[]): ReadonlyMap<string, PracticeAttempt> {
  const bests = new Map<string, PracticeAttempt>();
  for (const attempt of attempts) {
    if (attempt.score === null) continue;
    const key = exerciseKey(attempt.exercise);
    const best = bests.get(key);
    if (!best || isBetter(attempt, best)) bests.set(key, attempt);
  }
  return bests;
}

function isBetter(a: PracticeAttempt, b: PracticeAttempt): boolean {
  return a.level === b.level ? (a.score ?? 0) > (b.score ?? 0) : a.level > b.level;
}
