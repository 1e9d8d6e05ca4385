import { z } from 'zod';
import { practiceSchema } from './practice.ts';

export const drillIdSchema = z.enum([
  'soft-band',
  'paced-reading',
  'wait-for-the-pause',
  'steady-tone',
  'do-not-match',
  'breath-reset',
  'soft-warning',
]);
export type DrillId = z.infer<typeof drillIdSchema>;
export const drillIds = drillIdSchema.options;

/**
 * A phase of a drill. `speak`: the trainee talks or reads. `answer`: the caller has finished, and the trainee answers.
 * `caller`: a clip plays. `pause`: the caller pauses before continuing. `breathe`: the breathing pacer runs.
 */
export const drillPhaseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speak'), seconds: z.number().positive(), text: z.string().nullable() }),
  z.object({ kind: z.literal('answer'), seconds: z.number().positive(), text: z.string().nullable() }),
  z.object({ kind: z.literal('caller'), seconds: z.number().positive(), clip: z.string() }),
  z.object({ kind: z.literal('pause'), seconds: z.number().positive() }),
  z.object({ kind: z.literal('breathe'), seconds: z.number().positive() }),
]);
export type DrillPhase = z.infer<typeof drillPhaseSchema>;

/** The measures of a drill; each is a share, 0…1. */
export const drillMeasureSchema = z.enum(['soft', 'pace', 'contour', 'listening', 'timing']);
export type DrillMeasure = z.infer<typeof drillMeasureSchema>;

/** A drill that is ready to run. */
export const drillSchema = z.object({
  id: drillIdSchema,
  practice: practiceSchema,
  phases: z.array(drillPhaseSchema).min(1),
  /** Weights of the measures in the score; their sum is 1. */
  weights: z.partialRecord(drillMeasureSchema, z.number().positive()),
  /** Target rate relative to the baseline's. */
  targetPaceRatio: z.number().positive(),
  /** Corners of the melody to follow, repeated for each sentence: seconds, and semitones from the trainee's usual pitch. */
  contour: z
    .array(z.tuple([z.number(), z.number()]).readonly())
    .min(2)
    .readonly()
    .nullable(),
});
export type Drill = z.infer<typeof drillSchema>;

/** Reasons why an attempt has no score. */
export const noScoreReasonSchema = z.enum([
  'no-baseline',
  'not-enough-speech',
  'too-quiet',
  'too-slow',
  'bleed',
  'stopped',
]);
export type NoScoreReason = z.infer<typeof noScoreReasonSchema>;
