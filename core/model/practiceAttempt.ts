import { z } from 'zod';
import { drillIdSchema, drillMeasureSchema, noScoreReasonSchema } from './drill.ts';
import { practiceSchema } from './practice.ts';
import { outcomeSchema } from './scenario.ts';

/** What is practised. A recording is free speech or a passage read aloud. */
export const exerciseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scenario'), id: z.string().min(1).max(40) }),
  z.object({ kind: z.literal('drill'), id: drillIdSchema }),
  z.object({ kind: z.literal('recording'), id: z.string().min(1).max(40) }),
]);
export type Exercise = z.infer<typeof exerciseSchema>;

/** A name for the exercise that no other has. */
export function exerciseKey({ kind, id }: Exercise): string {
  return `${kind}/${id}`;
}

const shareSchema = z.number().min(0).max(1);

/** How an attempt went over time; missing values are null. */
export const attemptCurveSchema = z.object({
  stepSeconds: z.number().positive(),
  effortDb: z.array(z.number().nullable()),
  /** Rate over the baseline's. */
  paceRatio: z.array(z.number().nullable()),
  /** How angry the simulated caller was, 0…1; empty where there was none. */
  heat: z.array(shareSchema),
});
export type AttemptCurve = z.infer<typeof attemptCurveSchema>;

/** One attempt at an exercise, as it is kept. Times within it are seconds from its start. */
export const practiceAttemptSchema = z.object({
  attemptId: z.string().min(1).max(64),
  exercise: exerciseSchema,
  startedAt: z.iso.datetime(),
  durationSeconds: z.number().nonnegative(),
  /** Difficulty, 1…5. */
  level: z.number().int().min(1).max(5),
  /** Of a scenario: with it and the same speech, the caller would have done the same. */
  seed: z.number().int().nullable(),
  /** 0…100; null where `noScore` says why, and of a recording. */
  score: z.number().min(0).max(100).nullable(),
  noScore: noScoreReasonSchema.nullable(),
  outcome: outcomeSchema.nullable(),
  measures: z.partialRecord(z.enum([...drillMeasureSchema.options, 'wait']), shareSchema),
  talkOvers: z.number().int().nonnegative().nullable(),
  /** The answer after which the caller came down, and what in it did most for it. */
  turnedAt: z.object({ at: z.number(), by: z.enum(['effort', 'pace', 'gap', 'length']) }).nullable(),
  tryNext: practiceSchema.nullable(),
  curve: attemptCurveSchema,
  /** The call whose summary shows the attempt; null once that is gone. */
  callId: z.string().nullable(),
});
export type PracticeAttempt = z.infer<typeof practiceAttemptSchema>;
