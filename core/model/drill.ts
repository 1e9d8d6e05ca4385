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
 * A stretch of a drill. `speak`: the trainee talks or reads. `answer`: the caller has finished, and the trainee answers.
 * `caller`: a clip plays. `pause`: the caller pauses and will go on. `breathe`: the breathing pacer runs.
 */
export const drillPhaseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speak'), seconds: z.number().positive(), text: z.string().nullable() }),
  z.object({ kind: z.literal('answer'), seconds: z.number().positive(), text: z.string().nullable() }),
  z.object({ kind: z.literal('caller'), seconds: z.number().positive(), clip: z.string() }),
  z.object({ kind: z.literal('pause'), seconds: z.number().positive() }),
  z.object({ kind: z.literal('breathe'), seconds: z.number().positive() }),
]);
export type DrillPhase = z.infer<typeof drillPhaseSchema>;

/** What a drill measures; each is a share, 0…1. */
export const drillMeasureSchema = z.enum(['soft', 'pace', 'contour', 'listening', 'timing']);
export type DrillMeasure = z.infer<typeof drillMeasureSchema>;

/** A drill as it is run, its phases in order, with the target for the gauges. */
export const drillSchema = z.object({
  id: drillIdSchema,
  practice: practiceSchema,
  phases: z.array(drillPhaseSchema).min(1),
  /** What each measure counts for the score; they add up to 1. */
  weights: z.partialRecord(drillMeasureSchema, z.number().positive()),
  /** The rate aimed at over the baseline's. */
  targetPaceRatio: z.number().positive(),
  /** One sentence of the melody to follow, again and again, if there is one: its corners, in seconds and semitones from the own usual pitch. */
  contour: z
    .array(z.tuple([z.number(), z.number()]).readonly())
    .min(2)
    .readonly()
    .nullable(),
});
export type Drill = z.infer<typeof drillSchema>;

/** Why an attempt has no score. */
export const noScoreReasonSchema = z.enum([
  'no-baseline',
  'not-enough-speech',
  'too-quiet',
  'too-slow',
  'bleed',
  'stopped',
]);
export type NoScoreReason = z.infer<typeof noScoreReasonSchema>;
