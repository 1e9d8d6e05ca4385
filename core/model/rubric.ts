import { z } from 'zod';

/** The lowest and the highest a criterion can be scored. */
export const rubricScale = { lowest: 1, highest: 5 } as const;

const levelSchema = z.number().int().min(rubricScale.lowest).max(rubricScale.highest);

/** One practice to look for, with what it looks like at chosen levels of the scale. */
export const criterionSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1).max(120),
  /** What the coach asks of the call. */
  question: z.string().trim().max(400),
  /** Share of the whole against the other criteria's; 0 is looked at and not counted. */
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

/** One coach's scores of one call. A criterion the call gave no occasion for is null. */
export const scoreSheetSchema = z.object({
  rubricId: z.string().min(1),
  coach: z.string().min(1).max(200),
  levels: z.record(z.string(), levelSchema.nullable()),
  /** When the coach was done; null while it can still change, and as long nobody else sees it. */
  submittedAt: z.iso.datetime().nullable(),
});
export type ScoreSheet = z.infer<typeof scoreSheetSchema>;
