import { type Exercise, exerciseKey, type PracticeAttempt } from '../model/practiceAttempt.ts';
import type { Assignment, PracticePlan, PracticeResults } from '../model/practicePlan.ts';
import { type CalendarDay, daysBetween } from './calendarDay.ts';

export interface AssignmentProgress {
  readonly assignment: Assignment;
  /** Attempts that reached the score, as far as they were asked for. */
  readonly reached: number;
  readonly isDone: boolean;
  readonly isOverdue: boolean;
}

/** How far a plan is on a day of the trainee's calendar. */
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

/** The results that go back to the coach: attempts at the plan's exercises, and no others. */
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

/** How an exercise of a plan went, for the coach. */
export interface ExerciseResults {
  readonly exercise: Exercise;
  readonly attempts: number;
  /** Best and last score; null where there is none. */
  readonly best: number | null;
  readonly last: number | null;
}

/** By exercise, in the order in which they were first tried. @param attempts in time */
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
