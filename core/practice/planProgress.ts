import { exerciseKey, type PracticeAttempt } from '../model/practiceAttempt.ts';
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
