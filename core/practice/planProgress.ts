import { type Exercise, exerciseKey, type PracticeAttempt } from '../model/practiceAttempt.ts';
import type { Assignment, PracticePlan, PracticeResults } from '../model/practicePlan.ts';
import { type CalendarDay, daysBetween } from './calendarDay.ts';

export interface AssignmentProgress {
  readonly assignment: Assignment;
  /** Number of attempts that reached the score, at most the number asked for. */
  readonly reached: number;
  readonly isDone: boolean;
  readonly isOverdue: boolean;
}

/** Returns the progress of a plan on a day of the trainee's calendar. */
export function planProgress(
  plan: PracticePlan,
  attempts: readonly PracticeAttempt[],
  today: CalendarDay,
): readonly AssignmentProgress[] {
  return plan.assignments.map((assignment) => {
    const own = attempts.filter(({ exercise }) => exerciseKey(exercise) === exerciseKey(assignment.exercise));
    const good = own.filter(({ score }) => score !== null && score >= assignment.minScore).length;
    const reached = Math.min(good, assignment.attempts);
    const isDone = reached >= assignment.attempts;
    const isLate = assignment.dueOn !== null && daysBetween(assignment.dueOn, today) > 0;
    return { assignment, reached, isDone, isOverdue: isLate && !isDone };
  });
}

/** Returns the results for the coach: only attempts at the plan's exercises. */
export function planResults(
  plan: PracticePlan,
  attempts: readonly PracticeAttempt[],
  exportedAt: string,
): PracticeResults {
  const asked = new Set(plan.assignments.map(({ exercise }) => exerciseKey(exercise)));
  return {
    schema: 'softspoken.practice-results/1',
    planId: plan.planId,
    planTitle: plan.title,
    exportedAt,
    // A call's id means nothing on another machine.
    attempts: attempts
      .filter(({ exercise }) => asked.has(exerciseKey(exercise)))
      .map((attempt) => ({ ...attempt, callId: null })),
  };
}

/** The results of one exercise, for the coach. */
export interface ExerciseResults {
  readonly exercise: Exercise;
  readonly attempts: number;
  readonly best: number | null;
  readonly last: number | null;
}

/** Groups results by exercise, in the order of the first attempts. @param attempts oldest first */
export function resultsByExercise(attempts: readonly PracticeAttempt[]): readonly ExerciseResults[] {
  const exercises = new Map(attempts.map(({ exercise }) => [exerciseKey(exercise), exercise]));
  return [...exercises].map(([key, exercise]) => {
    const own = attempts.filter((attempt) => exerciseKey(attempt.exercise) === key);
    const scores = own.flatMap(({ score }) => (score === null ? [] : [score]));
    return {
      exercise,
      attempts: own.length,
      best: scores.length > 0 ? Math.max(...scores) : null,
      last: scores.at(-1) ?? null,
    };
  });
}
