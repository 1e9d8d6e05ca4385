import { z } from 'zod';

/** The lowest and highest levels of a criterion. */
export const rubricScale = { lowest: 1, highest: 5 } as const;

const levelSchema = z.number().int().min(rubricScale.lowest).max(rubricScale.highest);

/** One practice to score, with descriptions of some of the levels. */
export const criterionSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1).max(120),
  question: z.string().trim().max(400),
  /** Weight relative to the other criteria; 0 is shown but doesn't count. */
  weight: z.number().nonnegative().max(100),
  anchors: z.array(z.object({ level: levelSchema, looksLike: z.string().trim().min(1).max(400) })),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const rubricSchema = z
  .object({
    schema: z.literal('softspoken.rubric/1'),
    id: z.string().min(1),
    name: z.string().trim().min(1).max(120),
    criteria: z.array(criterionSchema).min(1).max(40),
  })
  .refine(({ criteria }) => new Set(criteria.map(({ id }) => id)).size === criteria.length, {
    error: 'every criterion has an id of its own',
    path: ['criteria'],
  });
export type Rubric = z.infer<typeof rubricSchema>;

/** One coach's scores of a call; null for a criterion that doesn't apply to the call. */
export const scoreSheetSchema = z.object({
  rubricId: z.string().min(1),
  coach: z.string().min(1).max(200),
  levels: z.record(z.string(), levelSchema.nullable()),
  /** Null while the sheet can still change. Until then nobody else sees it. */
  submittedAt: z.iso.datetime().nullable(),
});
export type ScoreSheet = z.infer<typeof scoreSheetSchema>;
