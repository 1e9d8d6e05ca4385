import { z } from 'zod';
import { drillIdSchema, drillMeasureSchema, noScoreReasonSchema } from './drill.ts';
import { practiceSchema } from './practice.ts';
import { outcomeSchema } from './scenario.ts';

/** An exercise. A recording is free speech or a passage read aloud. */
export const exerciseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scenario'), id: z.string().min(1).max(40) }),
  z.object({ kind: z.literal('drill'), id: drillIdSchema }),
  z.object({ kind: z.literal('recording'), id: z.string().min(1).max(40) }),
]);
export type Exercise = z.infer<typeof exerciseSchema>;

/** Returns a unique name of the exercise. */
export function exerciseKey({ kind, id }: Exercise): string {
  return `${kind}/${id}`;
}

const shareSchema = z.number().min(0).max(1);

/** The curves of an attempt; missing values are null. */
export const attemptCurveSchema = z.object({
  stepSeconds: z.number().positive(),
  effortDb: z.array(z.number().nullable()),
  /** Rate relative to the baseline's. */
  paceRatio: z.array(z.number().nullable()),
  /** Anger of the simulated caller, 0…1; empty without one. */
  heat: z.array(shareSchema),
});
export type AttemptCurve = z.infer<typeof attemptCurveSchema>;

/** A stored attempt at an exercise. Times are seconds from its start. */
export const practiceAttemptSchema = z.object({
  attemptId: z.string().min(1).max(64),
  exercise: exerciseSchema,
  startedAt: z.iso.datetime(),
  durationSeconds: z.number().nonnegative(),
  /** Difficulty, 1…5. */
  level: z.number().int().min(1).max(5),
  /** With the same seed and the same speech, the caller of a scenario does the same again. Null for other exercises. */
  seed: z.number().int().nullable(),
  /** 0…100; null for a recording, and if `noScore` gives a reason. */
  score: z.number().min(0).max(100).nullable(),
  noScore: noScoreReasonSchema.nullable(),
  outcome: outcomeSchema.nullable(),
  measures: z.partialRecord(z.enum([...drillMeasureSchema.options, 'wait']), shareSchema),
  talkOvers: z.number().int().nonnegative().nullable(),
  /** The end of the answer after which the caller calmed down, and the part of the answer that helped most. */
  turnedAt: z.object({ at: z.number(), by: z.enum(['effort', 'pace', 'gap', 'length']) }).nullable(),
  tryNext: practiceSchema.nullable(),
  curve: attemptCurveSchema,
  /** The call whose page shows the attempt; null once it is erased. */
  callId: z.string().nullable(),
});
export type PracticeAttempt = z.infer<typeof practiceAttemptSchema>;
