import { z } from 'zod';
import { exerciseSchema, practiceAttemptSchema } from './practiceAttempt.ts';

export const assignmentSchema = z.strictObject({
  exercise: exerciseSchema,
  minScore: z.number().min(0).max(100),
  /** The number of attempts that must reach the score. */
  attempts: z.number().int().min(1).max(100),
  /** The last day in the trainee's calendar, if there is one. */
  dueOn: z.iso.date().nullable(),
});
export type Assignment = z.infer<typeof assignmentSchema>;

/** Exercises that a coach asks a trainee to do. It travels as a file, without a server. */
export const practicePlanSchema = z.strictObject({
  schema: z.literal('softspoken.practice-plan/1'),
  planId: z.string().min(1).max(64),
  title: z.string().min(1).max(120),
  /** The coach's message. */
  note: z.string().max(2000),
  assignments: z.array(assignmentSchema).min(1).max(50),
});
export type PracticePlan = z.infer<typeof practicePlanSchema>;

/** The results of a plan, for the coach: only attempts at its exercises, without audio. */
export const practiceResultsSchema = z.strictObject({
  schema: z.literal('softspoken.practice-results/1'),
  planId: z.string().min(1).max(64),
  planTitle: z.string(),
  exportedAt: z.iso.datetime(),
  attempts: z.array(practiceAttemptSchema),
});
export type PracticeResults = z.infer<typeof practiceResultsSchema>;
