import { z } from 'zod';
import { exerciseSchema, practiceAttemptSchema } from './practiceAttempt.ts';

export const assignmentSchema = z.strictObject({
  exercise: exerciseSchema,
  /** Done when this many attempts reached the score. */
  minScore: z.number().min(0).max(100),
  attempts: z.number().int().min(1).max(100),
  /** The last day, in the trainee's calendar; null where there is none. */
  dueOn: z.iso.date().nullable(),
});
export type Assignment = z.infer<typeof assignmentSchema>;

/** What a coach asks a trainee to practise: a file from one app to another, without a server. */
export const practicePlanSchema = z.strictObject({
  schema: z.literal('softspoken.practice-plan/1'),
  planId: z.string().min(1).max(64),
  title: z.string().min(1).max(120),
  /** A word from the coach. */
  note: z.string().max(2000),
  assignments: z.array(assignmentSchema).min(1).max(50),
});
export type PracticePlan = z.infer<typeof practicePlanSchema>;

/** What came of a plan: the way back. Attempts at its exercises alone, and no audio. */
export const practiceResultsSchema = z.strictObject({
  schema: z.literal('softspoken.practice-results/1'),
  planId: z.string().min(1).max(64),
  planTitle: z.string(),
  exportedAt: z.iso.datetime(),
  attempts: z.array(practiceAttemptSchema),
});
export type PracticeResults = z.infer<typeof practiceResultsSchema>;
